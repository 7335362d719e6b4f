"""Names glued, torn over a page, broken up, shortened or told in another sound. Each is masked, asked, or left with a reason."""

from __future__ import annotations

import pytest

from app.redaction.spellings_across import sounds_of
from tests.redacting import person, redact

WANG = person("p1", "Wang Lijun", "王立军", roles=["witness"])
SHEN = person("p2", "Shen Guowei", "沈国伟", roles=["friend"])
SHEN_WEI = person("p3", "Shen Wei", roles=["friend"])
LI = person("p4", "Li Wei", roles=["friend"])
HUNG = person("p5", "Nguyễn Văn Hùng", roles=["friend"])
AN = person("p6", "Yu An", roles=["friend"])
MEMET = person("p7", "Memet Tursun", roles=["friend"])
ALL = (WANG, SHEN, SHEN_WEI, LI, HUNG, AN, MEMET)

# (text, nothing of this may be read)
GONE = [
    # glued
    ("Then witnessShenwei came.", "Shenwei"),
    ("Then witnessshenwei came.", "shenwei"),
    ("THEN WITNESSSHENWEI CAME.", "SHENWEI"),
    ("Then mrLiwei came.", "Liwei"),
    ("Then mrliwei came.", "liwei"),
    ("Then mrLi came.", "Li"),
    ("Then witnessShen came.", "Shen"),
    ("Then witnessshen came.", "shen"),
    ("Then shensaid no.", "shen"),
    ("Then officeryu came.", "yu"),
    # names of two letters
    ("then li said no", "li"),
    ("I asked li to come.", "li "),
    ("then yu was arrested", "yu"),
    ("my friend an was arrested", " an "),
    ("he met a man named an there", "named an"),
    # parted by the end of a page
    ("Then Wang\n\nLijun came.", "Wang"),
    ("Then Shen Guo\n\nwei came.", "Guo"),
    ("Then Guo-\n\nwei came.", "wei"),
    ("Then Guo-\n\n- 3 -\n\nwei came.", "wei"),
    ("Then Guo-\n\f\nwei came.", "Guo"),
    # initials beside what is left of a name
    ("Then M. Tursun, Memet T. came.", "M."),
    ("Then Nguyen Van H. came.", "H."),
    ("Then Memet T came.", " T "),
    # ranks, and characters broken up by hand
    ("沈局，来了。", "沈"),
    ("沈总说。", "沈"),
    ("沈g伟来了。", "伟"),
    ("沈。国。伟来了。", "伟"),
    ("沈国wei来了。", "wei"),
    ("三点水的沈来了。", "三点水"),
    ("弓长立军来了。", "弓长"),
    # half a number in words
    ("Call 138 0013 eight thousand now.", "eight thousand"),
]


@pytest.mark.parametrize("profile", ["counsel", "partner", "public"])
@pytest.mark.parametrize(("text", "gone"), GONE)
def test_nothing_of_a_name_is_read_however_it_is_parted(text: str, gone: str, profile: str) -> None:
    assert gone not in redact(text, *ALL, profile=profile, mask_undecided=True).text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("He met Memet. I went.", "He met [Friend 1]. I went."),
        ("He met Memet A. there.", "He met [Friend 1] A. there."),  # no initial of his
        ("It was a good plan, said an old man.", "It was a good plan, said an old man."),
        ("then he said no", "then he said no"),  # with a He on record too the pronoun cannot be told from the name
    ],
)
def test_what_is_no_name_stays(text: str, read: str) -> None:
    assert redact(text, MEMET, person("p8", "He Ping"), AN).text.replace("Friend 2", "Friend 1") == read


# (on record, text, what is asked): one name in another sound, with who is meant
ACROSS = [
    ("Shen Guowei", "Then Shum Kwok Wai came.", "Shum Kwok Wai"),
    ("Shen Guowei", "then shum kwok wai came", "shum kwok wai"),
    ("Shen Guowei", "Then Sam Gwokwai came.", "Sam Gwokwai"),
    ("Shen Guowei", "Then Kwok-wai Shum came.", "Kwok-wai Shum"),
    ("Shen Guowei", "沈国伟来了。", "沈国伟"),
    ("Shen Guowei", "沈國偉來了。", "沈國偉"),
    ("Shum Kwok Wai", "Then Shen Guowei came.", "Shen Guowei"),
    ("Shum Kwok Wai", "then shen guowei came", "shen guowei"),
    ("Shum Kwok Wai", "沈国伟来了。", "沈国伟"),
    ("Shen Kuo-wei", "Then Shum Kwok-wai came.", "Shum Kwok-wai"),
    ("Shen Kuo-wei", "沈国伟来了。", "沈国伟"),
    ("Chang Tzu-ch'iang", "then zhang ziqiang came", "zhang ziqiang"),
]


@pytest.mark.parametrize(("name", "text", "asked"), ACROSS)
def test_a_name_in_another_sound_is_asked_with_who_is_meant(name: str, text: str, asked: str) -> None:
    read = redact(text, person("p1", "Hu Baoling", roles=["witness"]), person("p2", name))
    question = next(q for q in read.disclosure.questions if q.text == asked)
    assert question.suggests == ("p2",)


def test_words_that_are_no_chinese_name_have_no_sound() -> None:
    assert sounds_of("John Smith") == sounds_of("国") == sounds_of("one two three four") == frozenset()
