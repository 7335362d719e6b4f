"""What looks like a date in a calendar, language or script that we do not read: always a question, never coarsened.

Persian, Islamic and Hebrew months in Latin letters or their own script, month names of other European languages, Buddhist
and Persian years, and dates in the digits of another script (۱۳۹۸/۰۸/۲۵, ༢༠༡༩ལོ). Where somebody decides to mask one, the
neutral word for a date stands instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.redaction.patterns_view import View, digit_windows, near_words
from app.redaction.textdates import TextDate
from app.redaction.textdates_english import ORDINALS, Hit

_SOLAR = (
    "farvardin ordibehesht khordad tir mordad amordad shahrivar mehr aban azar dey bahman esfand "
    "hamal sawr saur jawza saratan asad sunbula mizan aqrab qaws jadi dalwa hut"
)
_ISLAMIC = (
    "muharram moharram safar rabi rabi'?[ -]al-awwal rabi'?[ -]al-thani rabi'?[ -]ul-awwal jumada jumada[ -]al-(?:awwal|ula|thani|akhira) "
    "rajab sha'?ban ramadan ramazan ramzan shawwal dhu'?l?[ -](?:al-)?qa'?da?h? dhu'?l?[ -](?:al-)?hijjah? zilhajj zulhijjah "
    "nisan iyar sivan tammuz tishrei tishri cheshvan kislev tevet shevat adar"
)
_EUROPEAN = (
    "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre "
    "januar jänner februar märz marz april juni juli august september oktober dezember "
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre "
    "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre "
    "janeiro fevereiro março marco maio junho julho setembro outubro novembro dezembro "
    "januari februari maart mei augustus december desember maj "
    "ocak şubat subat mart nisan mayıs mayis haziran temmuz ağustos agustos eylül eylul ekim kasım kasim aralık aralik "
    "styczeń stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia "
    "ледня января февраля марта апреля мая июня июля августа сентября октября ноября декабря январь февраль март апрель май июнь "
    "июль август сентябрь октябрь ноябрь декабрь "
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня "
    "студзеня сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня "
    "yanvar fevral mart aprel may iyun iyul avgust sentabr sentyabr oktabr oktyabr noyabr dekabr "
    "ledna února března dubna května června července srpna října listopadu prosince "
    "ianuarie februarie martie aprilie mai iunie iulie septembrie octombrie noiembrie decembrie "
    "január február március április május június július augusztus szeptember október "
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta "
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου "
    "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра "
    "januara februara aprila maja juna jula avgusta septembra oktobra novembra decembra "
    "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna studenoga studenog "
    "janar shkurt prill qershor korrik gusht shtator tetor nëntor dhjetor "
    "janúar febrúar apríl maí júní júlí ágúst nóvember desember "
    "janvāris janvārī februāris februārī martā aprīlī maijā jūnijs jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī "
    "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio "
    "maret mei agustus desember julai ogos disember machi aprili agosti septemba oktoba novemba desemba "
    "pebrero marso hunyo hulyo setyembre oktubre nobyembre disyembre "
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
)
_OWN_SCRIPT = (
    "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند محرم صفر ربیع جمادی رجب شعبان رمضان شوال "
    "ذیقعده ذیحجه يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر يانۋار فېۋرال مارت ئاپرېل ماي "
    "ئىيۇن ئىيۇل ئاۋغۇست سېنتەبىر ئۆكتەبىر نويابىر دېكابىر "
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
)


def _any(words: str) -> str:
    return "|".join(sorted((word for word in set(words.split())), key=len, reverse=True))


_LATIN_MONTHS = "|".join((_any(_SOLAR), _ISLAMIC.replace(" ", "|").replace("[|-]", "[ -]"), _any(_EUROPEAN)))
_DAY = r"(?<!\d)(?:\d{1,2}|1\d{3}|20\d{2}|25\d{2})(?!\d)"
_MONTH_DAY = re.compile(
    rf"(?:(?:{_DAY}(?:\.|:e|th|st|nd|rd|er|-?го|-?ое|-?е)?|\b(?:{ORDINALS})\b)[ \t]*[-/+.]?[ \t]*(?:(?:de|di|d'|of|ta'|the)[ \t]+)?(?:{_LATIN_MONTHS})(?![^\W\d_])(?:[ \t]*,?(?:[ \t]+(?:de|del|do|of))?[ \t]*\d{{2,4}}(?:[ \t]*(?:г\.|года|AH|SH|H\.))?(?!\d))?"
    rf"|(?<![^\W_])(?:{_LATIN_MONTHS})(?:[ \t]+(?:the[ \t]+)?|[ \t]*[-/+.][ \t]*){_DAY}(?:-?го|-?е)?(?:[ \t]*,?[ \t]*\d{{4}}(?!\d))?)",
    re.I,
)
_OWN_MONTH_DAY = re.compile(
    rf"(?:{_DAY}[ \t]*(?:[-ـ]\s*)?)?(?:{_any(_OWN_SCRIPT)})(?![^\W\d_])(?:[ \t]*(?:ماه)?[ \t]*(?:سال)?[ \t]*{_DAY})?"
)
_OTHER_YEAR = re.compile(
    r"(?<![\d./-])(?:1[34]\d\d|25\d\d)[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[012])(?![\d]|[./-]\d)"
    r"|(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:1[34]\d\d|25\d\d)(?!\d)"
    r"|(?<!\d)\d{3,4}[ \t]*(?:A\.?H\.?|S\.?H\.?|A\.?P\.?|B\.?E\.?|H\.?Sh\.?)(?![A-Za-z])"
    r"|(?:year of the )?(?:wood|fire|earth|iron|metal|water)[- ](?:rat|mouse|ox|tiger|rabbit|hare|dragon|snake|horse|sheep|goat|monkey|rooster|bird|dog|pig|boar)(?: year)?"
    r"|\b(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth) (?:Tibetan|lunar|Islamic|Hijri|Persian|Iranian) month\b",
    re.I,
)
_MONTH_NEAR = frozenset(f"{_SOLAR} {_EUROPEAN} muharram moharram safar rabi jumada rajab shaban sha ban ramadan ramazan ramzan shawwal dhu dhul"
                         " dhulhijja dhulqada zilhajj zulhijjah nisan iyar sivan tammuz tishrei tishri cheshvan kislev tevet shevat adar".split())  # fmt: skip
_YEAR_WORDS_NEAR = frozenset("wood fire earth iron metal water month ad".split())
_YEAR_NEAR = re.compile(r"1[34]\d\d|25\d\d|\d[ \t]*(?:A\.?H|S\.?H|A\.?P|B\.?E|H\.?S)")

#: Uyghur, Uzbek or Kyrgyz in Latin letters: "1974-yili 6-ayning 4-küni", "4-iyunda".
_TURKIC = re.compile(
    r"(?<!\d)\d{4}-? ?(?:yil|jil|jyl)\w{0,6}(?:[ ,]+\d{1,2}-? ?\w{2,12}){0,2}|(?<!\d)\d{1,2}-? ?ay(?:ning|da|ni)?[ ,]+\d{1,2}-? ?(?:k[üu]n|chisla|ch[eë]sla)\w{0,6}"
    r"|(?<!\d)\d{1,2}-(?:yanwar|yanvar|f[eëé]wral|fevral|mart|apr[eëé]l|may|iyun|iyul|awghust|avgust|s[eëé]nt[eëé]br|sent[iy]?abr|[öo]kt[eëéa]br|oktyabr|noyabr|d[eëé]kabr)\w{0,5}(?: ?k[üu]ni?\w{0,5})?",
    re.I,
)
_TURKIC_NEAR = re.compile(r"\d-? ?(?:yil|jil|jyl|ay|[yfmaisdon])", re.I)

#: Digits of another script, with what belongs to a date around them.
_FOREIGN = re.compile(
    r"[\u0660-\u0669\u06f0-\u06f9\u07c0-\u07c9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u0ed0-\u0ed9\u0f20-\u0f29\u1040-\u1049\u17e0-\u17e9\u1810-\u1819]"
    r"[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59\u0f20-\u0f29\u1810-\u1819/.\-\u200e\u200f ]*"
)
_ASIAN = re.compile(r"พ\.?ศ\.?[ \t]*\d{4}|(?<!\d)\d{4}년(?:[ \t]*\d{1,2}월(?:[ \t]*\d{1,2}일)?)?|\d{1,2}월[ \t]*\d{1,2}일")
_ARABIC_LETTER_DATE = re.compile(
    r"\d{1,4}[ \t]*-?[ـ-]?[ \t]*(?:يىلى?|ئاي(?:نىڭ)?|كۈنى?|چېسلا|سال|ماه|روز|عام|سنة|شهر|يوم)(?:[^\W\d_]*)(?:[ \t،,]*\d{1,4}[ \t]*-?[ـ-]?[ \t]*(?:يىلى?|ئاي(?:نىڭ)?|كۈنى?|چېسلا|سال|ماه|روز)[^\W\d_]*)*"
    r"|(?:سال|عام|سنة)[ \t]*\d{2,4}|(?:ཟླ་|ལོ་|ཚེས་|སྤྱི་ལོ་)[^\s།]{0,12}?\d{1,4}|\d{1,4}(?:ལོ|ཟླ|ཚེས)"
)


def _unknown(start: int, end: int) -> Hit:
    return start, end, TextDate("", "day", "unknown")


def other_dates(view: View) -> Iterator[Hit]:
    """Yield what may be a date and cannot be read, as (start, end, TextDate) in the view's plain text."""
    text = view.text
    for start, end in near_words(view, _MONTH_NEAR, 24, 36):
        for match in _MONTH_DAY.finditer(text, start, end):
            yield _unknown(match.start(), match.end())
    for start, end in (*digit_windows(view, _YEAR_NEAR, 24, 24), *near_words(view, _YEAR_WORDS_NEAR, 24, 24)):
        for match in _OTHER_YEAR.finditer(text, start, end):
            yield _unknown(match.start(), match.end())
    for start, end in digit_windows(view, _TURKIC_NEAR, 16, 60):
        for match in _TURKIC.finditer(text, start, end):
            yield _unknown(match.start(), match.end())
    if not view.has_other_scripts:
        return
    for match in _OWN_MONTH_DAY.finditer(text):
        if any(char.isdigit() for char in match.group()):
            yield _unknown(match.start(), match.end())
    for pattern in (_ARABIC_LETTER_DATE, _ASIAN):
        for match in pattern.finditer(text):
            yield _unknown(match.start(), match.end())
    yield from _foreign_digits(view)


def _foreign_digits(view: View) -> Iterator[Hit]:
    for match in _FOREIGN.finditer(view.original):
        words = match.group().rstrip(" ./-\u200e\u200f")
        digits = sum(char.isdigit() for char in words)
        # One or two digits alone are a count ("۳ نفر"); a long run is a telephone or a document, found as such.
        if digits >= 3 or any(mark in words for mark in "/.-"):
            start = view.place(match.start())
            end = view.place(match.start() + len(words))
            if start < end:
                yield _unknown(start, end)
