"""A large case of invented people, the same at every call: what speed is measured on.

    large_case(events=2000, people=500, testimonies=50) -> Case

Valid by the rules of a case file. Names are made of syllables, so that many share a surname and nobody is anybody. The
client has granted what every profile asks for. Nothing in the prose is a name that nobody entered, but for a handful of
strangers, whom an export asks about.
"""

from __future__ import annotations

import random

from app.domain.case import (
    Case,
    CaseInfo,
    Consent,
    Contact,
    Document,
    Engagement,
    Event,
    Interview,
    Name,
    Organization,
    OrganizationPart,
    Person,
    PersonPart,
    Place,
    Readback,
    ReadParagraph,
    Relation,
    Risk,
    Source,
    Testimony,
)

SURNAMES = "Bao Cui Dou Fan Geng Hao Jing Kuang Luan Mou Niu Pang Qin Rao Shang Teng Wen Xuan Yan Zou".split()
GIVEN = "bai chao dan feng guang hong jie kai lan min ning peng qiao rong shuo tian wei xia yun zhong".split()
PLACE_HEADS = "Ash Birch Cedar Elder Fern Heath Larch Maple Reed Sedge".split()
PLACE_TAILS = "bourne brook dale ford garth holt mere stead wick worth".split()
SENTENCES = (
    "At six in the morning {a} came to the house of {b} and said that the papers must be signed before the evening.",
    "We sat in the yard at {place} and nobody spoke for a long time, because the men were still at the gate.",
    "On {day} {month} {year} they took {a} to {place}, and {b} was told to wait outside until dark.",
    "My neighbour {a} telephoned from {phone} and asked whether the children had been fed.",
    "They wanted the land for the new road, and {b}'s brother had been promised money that never came.",
    "I did not see who struck first; {a} was already on the ground when I came round the corner.",
    "Three days later the same men asked about {b}, about the school, and about what we had said to strangers.",
    "The list was read aloud at {place}, with {a} first and {b} second, and then they sent us home.",
    "Nobody explained the charge, nobody showed a paper, and the lamp was never put out at night.",
    "{a} still keeps the letter under the stove, so that {b} may show it to whoever asks.",
)
STRANGERS = ("Wilfred Osgarth", "Tamsin Ellerby", "Auntie Gong", "Red Lantern Mining", "Percival Drew")
FIRST_YEAR = 2012
TYPES = ("legal-step", "detention", "surveillance", "statement-by-others", "protest", "ill-treatment")
MONTHS = (
    "January February March April May June July August September October November December"
).split()  # fmt: skip


def large_case(events: int = 2000, people: int = 500, testimonies: int = 50, seed: int = 7) -> Case:
    """Build the case. ``people`` and ``testimonies`` are at least 1."""
    draw = random.Random(seed)
    everyone = _people(draw, people)
    places = _places(draw)
    names = [person.names[0].text for person in everyone]
    return Case(
        case=CaseInfo("LARGE", "2021-07-02", ("en", "zh-Hans"), "US", ("asylum",), Engagement("p1", "2021-07-02", True)),
        people=everyone,
        places=places,
        organizations=tuple(
            Organization(f"o{n}", (Name(f"{PLACE_HEADS[n]}{PLACE_TAILS[n]} County Security Bureau"),), "police", "CN")
            for n in range(10)
        ),
        events=tuple(_event(draw, n, names, places) for n in range(events)),
        testimonies=tuple(_testimony(draw, n, names, places) for n in range(testimonies)),
        documents=tuple(
            Document(f"d{n}", f"Letter of {draw.choice(names)}", "letter", f"{FIRST_YEAR + n % 9}") for n in range(40)
        ),
        consents=tuple(
            Consent(f"c{n}", "p0", purpose, recipient, identity, "2021-07-02", method="signature", explained=True)
            for n, (purpose, recipient, identity) in enumerate(
                (
                    ("legal-representation", "counsel", "named"),
                    ("legal-representation", "court", "named"),
                    ("advocacy", "ngo", "named"),
                    ("press", "press", "pseudonym"),
                    ("interpol-filing", "interpol-ccf", "named"),
                )
            )
        ),
    )


def _people(draw: random.Random, count: int) -> tuple[Person, ...]:
    made = []
    used: set[str] = set()
    while len(made) < count:
        family = draw.choice(SURNAMES)
        given = "".join(draw.choices(GIVEN, k=2)).title()
        if given in used and len(used) < len(GIVEN) ** 2:
            continue
        used.add(given)
        n = len(made)
        role = "witness" if n == 0 else "lawyer" if n == 1 else draw.choice(("relative", "friend", "official", "other"))
        made.append(
            Person(
                id=f"p{n}",
                names=(Name(f"{family} {given}", "legal", "zh-Latn"), Name(f"{given} {family}", "transliteration")),
                roles=(role,),
                relation=Relation("p0", "cousin") if role == "relative" else None,
                born=str(1940 + n % 50),
                nationality="CN",
                lives_in=f"l{n % 100}",
                contacts=(Contact("phone", _phone(n)),) if n % 3 == 0 else (),
                at_risk=(Risk("o0", "officers asked for them by name"),) if role == "relative" and n % 40 == 2 else (),
            )
        )
    return tuple(made)


def _phone(n: int) -> str:
    return f"+86 139 {n // 10000 + 1000:04} {n % 10000:04}"


def _places(draw: random.Random) -> tuple[Place, ...]:
    villages = tuple(
        Place(f"l{n}", (Name(f"{PLACE_HEADS[n // 10]}{PLACE_TAILS[n % 10]} Village"),), "village", f"l{100 + n // 10}")
        for n in range(100)
    )
    counties = tuple(Place(f"l{100 + n}", (Name(f"{PLACE_HEADS[n]}shire County"),), "county", "l110") for n in range(10))
    return (*villages, *counties, Place("l110", (Name("China"),), "country", public=True))


def _sentence(draw: random.Random, names: list[str], places: tuple[Place, ...]) -> str:
    return draw.choice(SENTENCES).format(
        a=draw.choice(names),
        b=draw.choice(names),
        place=draw.choice(places[:100]).names[0].text,
        day=draw.randint(1, 28),
        month=draw.choice(MONTHS),
        year=draw.randint(FIRST_YEAR, FIRST_YEAR + 8),
        phone=_phone(3 * draw.randrange(max(1, len(names) // 3))),
    )


def _event(draw: random.Random, n: int, names: list[str], places: tuple[Place, ...]) -> Event:
    who = draw.randrange(len(names))
    account = " ".join(_sentence(draw, names, places) for _ in range(4))
    if n % 97 == 0:
        account += f" {STRANGERS[n % len(STRANGERS)]} was there too."
    kind = TYPES[n % len(TYPES)]
    return Event(
        id=f"e{n}",
        type=kind,
        date=f"{FIRST_YEAR + n * 8 // max(1, 2000)}-{n % 12 + 1:02}-{n % 28 + 1:02}",
        place=f"l{draw.randrange(100)}",
        people=(PersonPart("p0", "witness"), PersonPart(f"p{who}", "victim")) if who else (PersonPart("p0", "victim"),),
        organizations=(OrganizationPart(f"o{n % 10}", "perpetrator"),),
        fields={"method": _sentence(draw, names, places)},
        account=account,
        lang="en",
        sources=(Source("witness", person="p0", said_on="2021-07-02"),),
        certainty="certain",
        caused_by=(f"e{n - 1}",) if n % 5 == 4 else (),
    )


def _testimony(draw: random.Random, n: int, names: list[str], places: tuple[Place, ...]) -> Testimony:
    paragraphs = [" ".join(_sentence(draw, names, places) for _ in range(5)) for _ in range(20)]
    paragraphs[n % 20] += f" I also met {STRANGERS[n % len(STRANGERS)]} once."
    read = tuple(ReadParagraph(at, "confirmed") for at in range(1, len(paragraphs) + 1))
    return Testimony(
        id=f"t{n}",
        person="p0",
        lang="en",
        text="\n\n".join(paragraphs),
        interview=Interview(date=f"2021-07-{n % 28 + 1:02}", language="en", present=(PersonPart("p1", "lawyer"),)),
        record="verbatim",
        readback=Readback("2021-07-30", "en", None, read),
        signed_on="2021-07-30",
        status="confirmed",
    )
