"""One person in several scripts: on record in one of them, in the text as the name is usually spelled in another."""

from __future__ import annotations

import pytest

from app.redaction import spellings_tibetan
from app.redaction.spellings_cantonese import given_names, surnames
from tests.redacting import person, redact

OTHER = person("p2", "Hu Baoling")

# (on record, text): masked as the person
FOUND = [
    ("沈国伟", "Then Shum Kwok Wai came."),
    ("沈国伟", "then sham kwok-wai came"),
    ("沈國偉", "Then Kwok-wai Shum came."),
    ("沈国伟", "Then Sam Gwokwai came."),
    ("陳家輝", "Then Chan Ka Fai came."),
    ("黃之鋒", "Then Wong Chi-fung came."),
    ("梁國雄", "Then Leung Kwok-hung came."),
    ("曾俊華", "Then Tsang Chun-wah came."),
    ("欧阳志明", "Then Au Yeung Chi-ming came."),
    ("吴志强", "Then Ng Chi Keung came."),
    ("谢伟俊", "Then Tse Wai-chun came."),
    ("བསྟན་འཛིན་རྡོ་རྗེ", "Then Tenzin Dorje came."),
    ("བསྟན་འཛིན་རྡོ་རྗེ", "then danzeng duoji came"),
    ("བསྟན་འཛིན་རྡོ་རྗེ", "Then Dorje Tenzin came."),
    ("བསྟན་འཛིན་རྡོ་རྗེ", "后来丹增多吉来了。"),
    ("བསྟན་འཛིན་རྡོ་རྗེ", "Then bstan 'dzin rdo rje came."),
    ("བཀྲ་ཤིས་ཚེ་རིང", "Then Tashi Tsering came."),
    ("མཁྱེན་རབ་དབང་ཆེན", "Then Khyenrap Wangchen came."),
    ("扎西次仁", "Then Tashi Tsering came."),
    ("扎西次仁", "Then Zhaxi Ciren came."),
    ("Lobsang Dolma", "后来洛桑卓玛来了。"),
    ("Lobsang Dolma", "Then Luosang Zhuoma came."),
    ("买买提·吐尔逊", "Then Memet Tursun came."),
    ("买买提·吐尔逊", "then muhammad tursun came"),
    ("مەمەت تۇرسۇن", "后来买买提·吐尔逊来了。"),
    ("阿不都拉·艾合买提", "Then Abdulla Ahmet came."),
    ("Rebiya Qadir", "后来热比娅·卡德尔来了。"),
    ("محمد رضا حسینی", "Then Mohammad Reza Hosseini came."),
    ("علی کریمی", "Then Ali Karimi came."),
    ("علی کریمی", "ثم علي كريمي هنا."),
    ("Ali Karimi", "سپس علی کریمی آمد."),
    ("يوسف الأحمد", "Then يوسف الاحمد came."),
]


@pytest.mark.parametrize(("name", "text"), FOUND)
def test_a_name_is_found_in_the_spelling_of_another_script(name: str, text: str) -> None:
    assert "[Witness]" in redact(text, person("p1", name, roles=["witness"]), OTHER).text


# (on record, text, what is asked): a part alone may be another's
ASKED = [
    ("沈国伟", "Then Peter Shum came.", "Peter Shum"),
    ("沈国伟", "then kwok wai came", "kwok wai"),
    ("李明", "Then Lei Ming came.", "Lei Ming"),
    ("扎西次仁", "then tashi came", "tashi"),
    ("བསྟན་འཛིན་རྡོ་རྗེ", "Then Danzeng came.", "Danzeng"),
    ("محمد رضا حسینی", "Then Hosseini came.", "Hosseini"),
]


@pytest.mark.parametrize(("name", "text", "asked"), ASKED)
def test_a_part_in_another_script_is_asked_with_who_is_meant(name: str, text: str, asked: str) -> None:
    read = redact(text, person("p1", name, roles=["witness"]), OTHER)
    question = next(q for q in read.disclosure.questions if q.text == asked)
    assert "p1" in question.suggests


def test_two_of_one_spelling_are_asked_about() -> None:
    read = redact("Then Chan Ka Fai came.", person("p1", "陳家輝", roles=["witness"]), person("p2", "陳嘉輝"))
    assert read.asked == ("Chan Ka Fai",)


@pytest.mark.parametrize(
    ("written", "letters", "sound"),
    [
        ("བསྟན", "bstan", "ten"),
        ("རྒྱལ", "rgyal", "gyel"),
        ("ལྷ", "lha", "lha"),
        ("ངག་དབང", "ngag dbang", "ngak wang"),
        ("འཕྲིན་ལས", "'phrin las", "trin le"),
        ("བསོད་ནམས", "bsod nams", "soe nam"),
        ("ཟླ་བ", "zla ba", "da ba"),
    ],
)
def test_tibetan_is_spelled_by_letter_and_by_sound(written: str, letters: str, sound: str) -> None:
    syllables = spellings_tibetan.syllables(written)
    assert " ".join(map(spellings_tibetan.by_letter, syllables)) == letters
    assert " ".join(map(spellings_tibetan.by_sound, syllables)) == sound


def test_letters_of_another_script_are_no_tibetan_syllable() -> None:
    assert spellings_tibetan.by_letter("ཀྵ") == spellings_tibetan.by_sound("abc") == ""


def test_the_usual_cantonese_spelling_stands_first() -> None:
    assert given_names("国伟")[0] == ("kwok", "wai")
    assert surnames("吴")[0] == "ng"
    assert given_names("\u9fff") == surnames("\u9fff") == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("བསྟན་འཛིན་ནོར་བུ", "བསྟན་འཛིན་ནོར་བུ།"),
        ("བསྟན་འཛིན་ནོར་བུ", "Then བསྟན་འཛིན་ནོར་བུ came."),
        ("བསྟན་འཛིན་ནོར་བུ", "Then བསྟན་འཛིན་ནོར་བུ་ came."),
        ("བསྟན་འཛིན་ནོར་བུ", "Then བསྟན་འཛིན་\nནོར་བུ came."),
        ("བསྟན་འཛིན་ནོར་བུ", "Then བསྟན་འཛིན ནོར་བུ came."),
        ("བསྟན་འཛིན་ནོར་བུ", "Then བསྟན༌འཛིན༌ནོར༌བུ came."),
        ("བསྟན་འཛིན་ནོར་བུ", "དེ་ནས་བསྟན་འཛིན་ནོར་བུ་ཡིས་ཁ་པར་བཏང་།"),
        ("ཚེ་རིང་སྒྲོལ་མ", "Then ཚེ་རིང་སྒྲོལ་མ came."),
        ("तेनज़िन नोरबू", "Then तेनज़िन नोरबू came."),
        ("สมชาย ใจดี", "Then สมชาย ใจดี came."),
        ("အောင်မြတ်", "Then အောင်မြတ် came."),
        ("សុខ ចាន់", "Then សុខ ចាន់ came."),
    ],
)
def test_a_name_on_record_is_masked_in_its_own_script(name: str, text: str) -> None:
    read = redact(text, person("p1", name, roles=["witness"]))
    assert "[Witness]" in read.text
    assert name not in read.text
    assert name not in read.asked
