"""A rich disclosed view in many scripts, and the empty one."""

from __future__ import annotations

from app.redaction.disclosed import (
    Disclosed,
    DisclosedDate,
    DisclosedDocument,
    DisclosedEvent,
    DisclosedOrganization,
    DisclosedParagraph,
    DisclosedPerson,
    DisclosedPlace,
    DisclosedSource,
    DisclosedTestimony,
    Fact,
    Span,
)

EMPTY = Disclosed("public", "en", "July 2021", "public", "Names are withheld to protect the people described.")

PARAGRAPHS = (
    "I was the village chief of [Village 1]. [Friend 1]’s house stood by the river; it was taken on 14 September 2020.",
    "我是村长。“你们好，”他说，“[Friend 1]在2019年6月被带走了。”他们站在路上，手里拿着纸牌子，没有人扔东西，也没有人砸东西。",
    "繁體：臺灣、廣東、灣仔。",
    "مەن ئۇيغۇر، ئۇلار مېنى (2019-يىلى) تۇتۇپ كەتتى. [Witness] said so: ئۇ كەلدى.",
    "བོད་ཀྱི་ཡིག་གེ། ལགས་ཀྱིས་གསུངས་པ་རེད།",
    "Они пришли за мной утром, в мае.",
    "Text is text: <b>not bold</b> & {slots} %s \\n",
)


MAY = DisclosedDate("May 2019", Span((2019, 5), (2019, 5)))


def dated(text: str, start: tuple[int, ...] | None, end: tuple[int, ...] | None, *, loose: bool = False) -> DisclosedDate:
    return DisclosedDate(text, Span(start, end, loose))


def event(
    number: int, date: DisclosedDate | None = None, *, lane: str = "protest", source: str = "witness", **more: object
) -> DisclosedEvent:
    values: dict[str, object] = {
        "number": number,
        "lane": lane,
        "label": lane.capitalize(),
        "date": date,
        "place": "a village in Linhai County ([Village 1])",
        "people": (("[Witness]", "victim"),),
        "organizations": (("the county police", "perpetrator"),),
        "facts": (Fact("Days held, as told", "30"), Fact("In the original words", "回来", quote=True)),
        "account": ("He says that he was held for 30 days.",),
        "sources": (DisclosedSource(source, "[Witness]", "2 July 2021"), DisclosedSource("statement", "John Sandweg")),
        "certainty": "disputed",
        "corroboration_held": True,
    }
    return DisclosedEvent(**{**values, **more})  # type: ignore[arg-type]


RICH = Disclosed(
    profile="counsel",
    language="en",
    dated="12 July 2021",
    legend="work-product",
    reason="Names are withheld because of the risk to [Brother]: agents threatened him.",
    case_code="HERON",
    recipient="D. Alvarez",
    jurisdiction="United States",
    matters=("interpol",),
    people=(
        DisclosedPerson("[Witness]", False, ("witness",), ("village chief", "born 1974"), "At risk: he was threatened."),
        DisclosedPerson("John Sandweg", True, ("lawyer",)),
    ),
    places=(DisclosedPlace("[Village 1]", "a village in Linhai County"),),
    organizations=(DisclosedOrganization("the county police", False, "police", "China"),),
    events=(
        event(1, MAY),
        event(2, dated("about 2020", (2020,), (2020,), loose=True), lane="own-type"),
        event(3, dated("since May 2021", (2021, 5), None), caused_by=(1, 2)),
        event(4, sources=()),
    ),
    testimonies=(
        DisclosedTestimony(
            1, "[Witness]", "zh-Hans", "read-back", "2 July 2021", "verbatim",
            tuple(DisclosedParagraph(n, text, unread=n == 2) for n, text in enumerate(PARAGRAPHS, 1)),
            through_interpreter=True, translation_of=2,
        ),
    ),
    documents=(DisclosedDocument(1, "Red notice, extract", "red-notice", "January 2021", "Interpol", "en", True, (1,)),),
    consent_purposes=("legal-representation",),
    withheld=("names", "places", "organizations", "identifiers", "contacts", "originals", "topics", "a-new-key"),
)  # fmt: skip
