"""A disclosed view with something in every part of it, in all the scripts that the report sets. All of it is invented."""

from __future__ import annotations

from dataclasses import replace

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

ENGLISH = (
    "I was the village chief of [Village 1]. [Friend 1] has been my friend since we were boys, and the county wanted "
    "[Friend 1]’s house for an industrial park. [Friend 1] would not sign.",
    "On 2 May 2019 people sat down outside the county offices. Nobody shouted. I did not stop them; I hope they are well.",
    "They held me for thirty days in the county guesthouse. They asked who had told the people to sit down, and I said "
    "that nobody had. “You will see,” one of them said.",
    "We entered the United States on 14 September 2020, on a visa that let us stay six months.",
)
CHINESE = (
    "我是[Village 1]的村长。县里要征用[Friend 1]的房子，建工业园。[Friend 1]不肯签字。",
    "二〇一九年五月二日，村民们坐在县政府门外。没有人喊叫，我也没有阻止他们。“你等着瞧吧，”他们当中的一个人说。",
    "他们把我关在县招待所里三十天。我说，没有人叫大家坐在那里……大家是自己来的——每家都来了人。",
)
TRADITIONAL = ("我們在香港住了將近一年。那裡的遊行，我們也去了。「我們只是走路，」我說。",)
UYGHUR = (
    "ئۇلار مېنى ئوتتۇز كۈن تۇتۇپ تۇردى. ئۇلار [Relative 1] نى سورىدى، مەن «بىلمەيمەن» دېدىم.",
    "2019-يىلى 5-ئايدا بىز (ھەممىمىز) ئولتۇردۇق، ئاندىن Hong Kong غا كەلدۇق.",
)
TIBETAN = ("ང་ཚོ་གྲོང་ཚོ་ནས་ཡོང་བ་ཡིན། ཁོང་ཚོས་ང་ཉིན་མ་སུམ་ཅུ་བཀག་ཉར་བྱས་སོང་། སུས་ཀྱང་སྐད་རྒྱག་མ་སོང་།",)
RUSSIAN = ("Меня держали тридцать дней в гостинице уезда. Потом [Relative 1] позвонил мне и сказал: «Возвращайся».",)


def paragraphs(texts: tuple[str, ...], unread: tuple[int, ...] = ()) -> tuple[DisclosedParagraph, ...]:
    return tuple(DisclosedParagraph(n, text, n in unread) for n, text in enumerate(texts, 1))


def rich_view() -> Disclosed:
    """What counsel gets."""
    day = DisclosedDate
    events = (
        DisclosedEvent(
            1,
            "property-seizure",
            "Property seizure",
            day("about 2018", Span((2018,), (2018,), loose=True)),
            "a village in Linhai County ([Village 1])",
            people=(("[Friend 1]", "victim"),),
            organizations=(("the county government", "perpetrator"),),
            facts=(
                Fact("What was taken", "a house of two floors and the yard"),
                Fact("Value", "1,200,000 CNY (2019)"),
                Fact("Legal basis, as told", "none given"),
            ),
            account=("They came with a paper. There was no stamp on it.",),
            sources=(DisclosedSource("witness", "[Witness]", "2 July 2021"),),
            certainty="likely",
        ),
        DisclosedEvent(
            2,
            "protest",
            "Protest",
            day("2 May 2019", Span((2019, 5, 2), (2019, 5, 2))),
            "Linhai County",
            people=(("[Witness]", "participant"), ("[Friend 1]", "participant")),
            facts=(Fact("Conduct", "peaceful"), Fact("Views expressed", "that nobody should have to sign")),
            account=("People sat down outside the county offices. Nobody shouted.",),
            sources=(DisclosedSource("witness", "[Witness]"), DisclosedSource("document", "Exhibit 3")),
            certainty="certain",
            corroboration_held=True,
        ),
        DisclosedEvent(
            3,
            "detention",
            "Detention",
            day("2 May 2019 to 1 June 2019", Span((2019, 5, 2), (2019, 6, 1))),
            "a facility in Linhai County ([Facility 1])",
            people=(("[Witness]", "victim"),),
            organizations=(("the county police", "perpetrator"),),
            facts=(
                Fact("Days, as told", "30"),
                Fact("Days by the dates", "31"),
                Fact("Charge, as told", "none given"),
                Fact("Quotation", "“You will see.”", quote=True),
                Fact("Quotation", "你等着瞧吧。", quote=True),
                Fact("A warrant was shown", "no"),
            ),
            account=(
                "They held me for thirty days in the county guesthouse.",
                "After that a man in plain clothes drove me home. He said that I should think of my family.",
            ),
            sources=(DisclosedSource("witness", "[Witness]", "2 July 2021"),),
            certainty="certain",
            caused_by=(2,),
        ),
        DisclosedEvent(
            4,
            "flight",
            "Flight",
            day("autumn 2019 to 14 September 2020", Span((2019, 9), (2020, 9, 14), loose=True)),
            None,
            people=(("[Witness]", "participant"),),
            facts=(Fact("Legs", "Linhai County to Hong Kong, autumn 2019; Hong Kong to the United States, 14 September 2020"),),
            sources=(DisclosedSource("witness", "[Witness]"),),
            certainty="likely",
            caused_by=(3,),
        ),
        DisclosedEvent(
            5,
            "red-notice",
            "Red notice",
            day("January 2021", Span((2021, 1), (2021, 1))),
            None,
            organizations=(("INTERPOL", "authority"),),
            facts=(Fact("Charges", "“organizing a gathering”, taking a bribe"), Fact("Reference", "[number withheld]")),
            sources=(DisclosedSource("document", "Exhibit 1"), DisclosedSource("agency", "ICE", "June 2021")),
            certainty="disputed",
            corroboration_held=True,
        ),
        DisclosedEvent(
            6,
            "family-threat",
            "Threat to family",
            day("since March 2021", Span((2021, 3), None)),
            "China",
            people=(("[Relative 1]", "victim"), ("[Official 1]", "perpetrator")),
            facts=(Fact("Demand", "that the witness return"), Fact("Exact words", "叫你哥哥回来，不然就起诉你。", quote=True)),
            account=("My brother telephoned from [number withheld]. A man called [Official 1] had been to his home.",),
            sources=(DisclosedSource("relative", "[Relative 1]", "March 2021"),),
            certainty="likely",
            caused_by=(5,),
        ),
        DisclosedEvent(
            7,
            "statement-by-others",
            "Statement by others",
            None,
            None,
            people=(("John Public", "speaker"),),
            facts=(Fact("What was said", "that a red notice alone is no ground for arrest"), Fact("Did they respond", "no")),
            sources=(DisclosedSource("press", "The Daily Paper", "July 2021"), DisclosedSource("expert", "John Public")),
            certainty="certain",
        ),
    )
    return Disclosed(
        profile="counsel", language="en", dated="23 November 2021", legend="work-product",
        reason="Names are withheld because of the risk to [Relative 1]: state security threatened him with criminal charges.",
        case_code="HERON", recipient="D. Alvarez", jurisdiction="US", matters=("asylum", "interpol"),
        people=(
            DisclosedPerson(
                "[Witness]", False, ("witness",), ("village chief", "born 1974", "nationality: CN"),
                "At risk from the county police: he let the villagers protest (since May 2019).",
            ),
            DisclosedPerson(
                "[Relative 1]", False, ("relative",), ("younger brother of [Witness]",),
                "At risk from [Agency 1]: threatened with charges (since March 2021).",
            ),
            DisclosedPerson("[Friend 1]", False, ("friend",), ()),
            DisclosedPerson("[Official 1]", False, ("official", "threatener"), ("an officer",)),
            DisclosedPerson("John Public", True, ("expert",), ("former director",)),
        ),
        places=(DisclosedPlace("[Village 1]", "a village in Linhai County"), DisclosedPlace("[Facility 1]", "a guesthouse")),
        organizations=(
            DisclosedOrganization("[Agency 1]", False, "security-service", "CN"),
            DisclosedOrganization("the county police", False, "police", "CN"),
            DisclosedOrganization("INTERPOL", True, "international", None),
        ),
        events=events,
        testimonies=(
            DisclosedTestimony(1, "[Witness]", "en", "confirmed", "9 July 2021", "verbatim", paragraphs(ENGLISH), True, 2),
            DisclosedTestimony(
                2, "[Witness]", "zh-Hans", "confirmed", "9 July 2021", "verbatim", paragraphs(CHINESE, (3,)), True
            ),
            DisclosedTestimony(3, "[Witness]", "zh-Hant", "read-back", None, "notes", paragraphs(TRADITIONAL, (1,))),
            DisclosedTestimony(4, "[Relative 1]", "ug", "draft", None, "notes", paragraphs(UYGHUR, (1, 2))),
            DisclosedTestimony(5, "[Friend 1]", "bo", "confirmed", None, "drafted", paragraphs(TIBETAN)),
            DisclosedTestimony(6, "[Friend 1]", "ru", "confirmed", None, "verbatim", paragraphs(RUSSIAN)),
        ),
        documents=(
            DisclosedDocument(1, "Red notice, extract", "red-notice", "January 2021", "INTERPOL", "en", True, (5,)),
            DisclosedDocument(
                2, "Judgment of a court in [County 1] 刑事判决书", "court-paper", "2018", None, "zh-Hans", True, (5,)
            ),
            DisclosedDocument(3, "Photograph of people sitting", "photo", "2 May 2019", None, None, False, (2, 3)),
        ),
        consent_purposes=("legal-representation", "asylum-filing"),
        withheld=(
            "names", "places", "organizations", "identifiers", "contacts", "originals", "drafts", "sensitive", "notes",
            "discrepancies",
        ),
    )  # fmt: skip


def public_view() -> Disclosed:
    """What the press gets: no exhibits, no testimony, months."""
    view = rich_view()
    event = replace(
        view.events[1], people=(("the man", "participant"),), facts=(Fact("Conduct", "peaceful"),), account=(),
        date=DisclosedDate("May 2019", Span((2019, 5), (2019, 5))), sources=(DisclosedSource("witness", "the man"),),
    )  # fmt: skip
    return Disclosed(
        profile="public", language="en", dated="November 2021", legend="public",
        reason="Names are withheld because a relative in China was threatened with criminal charges.",
        people=(DisclosedPerson("the man", False, ("witness",)), DisclosedPerson("a relative in China", False, ("relative",))),
        events=(event, replace(view.events[4], number=2, date=DisclosedDate("2021", Span((2021,), (2021,))),
                sources=(DisclosedSource("statement", "ICE"),))),
        consent_purposes=("press",),
        withheld=("names", "dates-month", "places", "organizations", "identifiers", "contacts", "birth", "testimony",
                  "first-person", "sensitive", "notes", "discrepancies", "topics", "case-code", "documents"),
    )  # fmt: skip


def empty_view() -> Disclosed:
    """A case in which nothing is on record yet."""
    return Disclosed("counsel", "en", "23 November 2021", "confidential", "Names are withheld to protect the people described.")


def long_view(events: int = 120, testimony_paragraphs: int = 150) -> Disclosed:
    """Many pages of everything."""
    view = rich_view()
    many = tuple(replace(view.events[n % 7], number=n + 1, caused_by=()) for n in range(events))
    texts = tuple(ENGLISH[n % 4] for n in range(testimony_paragraphs))
    return replace(view, events=many, testimonies=(replace(view.testimonies[0], paragraphs=paragraphs(texts)),))
