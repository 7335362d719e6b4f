"""Invented spoken sentences to train the detectors' model on: nobody in them lives, and no evaluation text is among them.

A sentence is a template whose braces are filled: ``{person}``, ``{place}``, ``{body}`` and ``{job}`` are labelled, the rest is
filler. Names are put together from parts of the names of many peoples, or from syllables. A talk is a few sentences, written
plainly, in lower case, or without any sign, as a machine or a tired interpreter writes them.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from spoken_words import BELONGINGS, BODIES, HEADS, ILLNESSES, JOBS, KIN, SCHOOLING, TITLES

#: given names | surnames (or fathers' names), one people a line
_PEOPLES = """
mehmet yusup gulnar patigul ablikim rahile tursunay qeyser dilshat zulpiya memetjan arzugul | abdurehim tohti niyaz hoshur emet rozi sawut ghopur imin turdi
aigul nurlan yerlan saule bakyt dinara serik gulzhan askar zhanar | abenov sultanbek zhumabek nurmagambet kenzhebai ospanova tulegenov
tenzin dolma tashi lhamo norbu dawa pema sonam kelsang yangchen choedak | gyaltsen wangmo dorje namgyal rabten topgyal
oyuun bataar enkh tuya munkh naran sarnai temur bolor | gantulga erdene batbold chimeg dashnyam
guoqing meiling zhihao xiulan jianhua yufen dehai lianfang shuzhen pengfei yongsheng caixia | shen luo qiu feng tang pan cao bai xiang dou meng
parisa hamid shirin davoud leila farhad nasrin behrouz soraya omid mahsa kaveh | ahmadpour rostami karimzadeh moradi tehranchi sadeghi nazari golestan
amina khalid samira yasin hiba faisal noura tariq zaynab bilal rima hazem | al-hadidi al-masri haddad khoury bin-saleh qabbani najjar al-tamimi
elif murat zeynep kerem aylin orhan deniz hatice serkan melek | yıldırım karaca demirel öztürk aslanoğlu kılıç çetin akbulut
berfin baran rojda azad dilan serhat zilan hejar | bozan kandemir elçi sincar
natalya dmitri irina oleg svetlana grigory ludmila pavel yelena vadim | sokolova belyaev kuznechik morozova gorbach tikhonov zaytsev
aliaksandr hanna siarhei volha mikalai alesia yauhen | kavalenka lukyanau hancharyk shautsova
oksana taras bohdan halyna yaroslav lesya | hrytsenko marchuk shevchuk kovalenko
nino giorgi tamar levan ketevan zurab | beridze kvaratse lomidze tsikar
anahit aram lusine hovik narek siranush | petrosyan gevorgyan sahakyan
linh tuan huong phuc thao minh duc | nguyen tran pham vo dang bui
thiri zaw aung hnin kyaw moe than | htun win lwin oo
rahima nurul jamila osman senuara | begum ullah hossain
selam dawit tsehay berhane miriam abel mehret filmon | ghebremeskel tekle weldu habtom kidane
abebe tigist dereje almaz bekele hirut | wolde tadesse mengistu desta
abdi hodan faduma warsame ayaan liban | hassan jama farah gedi
chidi ngozi emeka adaeze ifeanyi tunde folake yetunde musa halima | okafor eze nwosu adeyemi balogun danjuma
kabila espoir chantal dieudonne patience jeanne | mukendi ilunga kasongo mbuyi tshala
mamadou fatoumata ibrahima aissatou ousmane | diallo barry camara keita
maria jose carlos lucia ernesto xiomara yolanda wilmer dayana | hernandez quintanilla argueta mejia zelaya portillo
jean marie-ange wilner roseline fritznel | desrosiers toussaint pierre-louis jean-baptiste
arnel maricel jun rowena dindo | dela-cruz macaraeg salonga
min-jun seo-yeon ji-hoon hye-jin | kang yoon seok baek
harpreet gurdeep simran jaswinder manjit | dhillon sandhu gill
kumaran selvi thileepan nirmala ravi | sivanesan rajaratnam thambi
farzana gulalai hamidullah zarmina wali najib | safi stanikzai ahmadzai noorzai
anna thomas ruth peter grace daniel rose martin helen | keller novak larsen weaver brook stone carter young
"""
_SYLLABLES = "ba be bo da de di du fa ga gu ha ho ka ke ki ku la le li lo ma me mi mu na ne ni no pa qa ra re ri ro sa se shi ta te ti to tu va ya yo za zha kho ghe nga tse"
_ENDINGS = "n r m k l sh t s ng z yar bek jan gul ov eva ian idze a i u o dad zai"
_PLACE_ENDS = "abad stan kent grad sk pur tan zhou xian ling hai jiang ville burg dorf ovo ice pol gar tag bulaq köy dağ wa"
_WITH_NAMES = """
my {kin} {given} lives in {place}
my {kin} {person} was arrested in {place}
my {kin} who is called {given} came back
his name is {person}
his name was {given} i think
her name {given} , the family name {surname}
they asked me about {person} many times
they showed me a photo of {given}
do you know {person} they said
i said i don't know {person}
then {given} opened the door
and {given} told me not to speak
{given} was crying the whole night
{given} and {given} stayed in the house
me and {given} and {given} we ran to the river
one of them was {person} , he was the worst
{title} {surname} signed the paper
{title} {given} came with four men
the one who hit me was {title} {surname}
we hid with {given} in {place}
i was born in {place}
i come from {place} , near {place}
we went by bus from {place} to {place}
we crossed the river at {place} at night
they took us to {place}
from {place} it is two hours to {place}
the soldiers came to {place} in the winter
i used to live in {place} before
there is a small place called {place}
they kept us in {body}
he was in {body} for a long time
she worked at {body}
i got a paper from {body}
they moved him to {body} without telling us
the people from {body} came to the house
the director of {body} is {person}
i was a {job} at {body}
i worked as a {job} in {place}
my {kin} is a {job}
my {kin} {given} is a {job}
he was a {job} before they took him
i am a {job} , i know nothing about politics
before the war i was working as a {job}
his father , a {job} , was killed
she is a retired {job} from {place}
the man who helped us , {given} , he was a {job}
according to {person} the list was in the office
i heard it from {given}
i gave the phone to {given}
i called {given} and nobody answered
she married {person}
we buried {given} in {place}
{given} she is pregnant now
{given} he have three children
tell {given} i am alive
please don't write {given} in the paper
they said {given} already confessed everything
{person} , you know him , from {place}
the interpreter was {person}
{given} from {place} knows everything
with {given} we were five people
the smuggler , a man named {given} , took the money
he is called {given} but everybody says {given}
{given}'s house was burned
{given}'s mother came every day to the gate
i saw {person}'s name on the list
at {place} they checked our papers
we slept in a barn outside {place}
the road to {place} was closed
they beat {given} in front of us
i was in the same cell as {person}
in the cell there was me , {given} , {given} and an old man
witness say that {person} was not there
she says she know {given} from school
he says that he was working for {surname}
in {place} everybody knows the {surname} family
yes , {given} , yes , that is him
no , not {given} , the other one , {given}
so {given} says to me , leave tonight
because {given} was with the party of {surname}
after {place} we never saw {given} again
{given} got shot near the {place} {head}
the commander in {place} was {title} {surname}
the {head} of {place} was empty
i have a scar here , {given} can tell you
{person} is my lawyer since last year
the letter was for {person} , not for me
my cousins {given} and {given} are still in {place}
i left {place} with my daughter {given}
my {kin} he was a {job} in {body}
we were all afraid of the {job}
i am not a {job} , my {kin} is
i have {illness} since the prison
the doctor said i have {illness}
my {kin} suffers from {illness}
he died of {illness} in the camp
she had {illness} and they gave her no medicine
they gave me a paper that says {illness}
i studied , i have {schooling}
my {kin} went to {schooling} in {place}
we had {belonging} in {place}
my {kin} owned {belonging}
they closed {belonging} of my {kin}
i was running {belonging} together with {given}
the witness , a {job} from {place} , states as follows
the applicant is a {job} and lives in {place}
the applicant , who is a {job} , was born in {place}
at the time of the events he was employed as a {job} at {body}
she practised as a {job} until her arrest
he has worked as a {job} for many years
until then the applicant had been working as a {job} in {place}
the applicant was diagnosed with {illness}
according to the report of {body} he was suffering from {illness}
the examination revealed {illness}
a medical report drawn up at {body} noted {illness}
the applicant holds {schooling} from {body}
the applicant was the owner of {belonging} in {place}
{title} {person} , a {job} , was heard as a witness
he lodged an appeal with {body} , which dismissed it
the case was heard by {body}
{body} ordered that he be held in {body}
the applicant was represented by {title} {person} , a {job} practising in {place}
the hearing before {body} was adjourned
the file was sent to {body} in {place}
the decision of {body} was served on {person}
"""
_WITHOUT = """
i don't want to say the names
please can we stop for a moment
they came at night and broke the door
i don't remember how many they were
there was blood on the floor and on the wall
nobody told us anything
they put a bag over my head
i was so afraid i could not speak
we had no water for two days
he said sign here and you can go home
i didn't sign anything
they hit me on the back and on the legs
one of them had a big stick
the room was small and very cold
you could hear the others screaming
after that i could not sleep anymore
i was thinking about my children all the time
god help us , it was like hell
i sold the car and the house
it was raining and the road was bad
then the phone was ringing and ringing
they asked the same questions again and again
he was laughing when he did it
i am telling you what i saw with my eyes
my head hurts when i think about it
the doctor gave me some pills
we were walking the whole night
in the morning they let the women go
the guard had keys on his belt
there was a window high up in the wall
i could see only a piece of sky
they shaved my hair
they took my shoes and my belt
how do you say it , the thing for the hands
sorry , my english is not good
can you repeat the question please
he means they were tied together
the witness is crying now
maybe it was spring , i am not sure
everything was finished after that day
all of us were hungry
i worked in the field since i was small
people here are kind to me
they said if you talk we will find your family
i signed because i wanted to live
the judge did not look at me once
there was no lawyer in the room
the whole thing took five minutes
they wrote it in a language i cannot read
my mother is old and she is alone
sometimes i hear the boots in my dream
we were like animals for them
you know what i mean
i swear it is the truth
the children were sitting on the stairs
he opened the bag and counted the money
the dog was barking behind the fence
we ate bread and drank tea
i lost two teeth
so i took the bus and i left
the second time was worse
they burned the books in the yard
somebody must have told them
i have never been to school
it was a white car without plates
they made us stand against the wall
the boy was maybe ten years old
i could not pay the fine
the paper says one thing and the truth is another thing
she was holding my hand
i want to thank everybody who helped me
the camp had a fence and towers
first they hit and then they ask
the officer was shouting at the old man
i need to rest a little
we kept the radio very low
the neighbours were watching from the windows
nobody came to help
he asked for money again
they wanted me to speak on television
the lights were on all night
i have pain in my shoulder until today
then the electricity went off
it was a holiday so the streets were empty
the river was high because of the snow
the court examined the file and fixed a date for the next hearing
the appeal was dismissed because it had been lodged out of time
the police took a statement and released the others
he was not informed of the reasons for his arrest
the proceedings are still pending
the applicant complained that the search had been unlawful
the investigation was closed without any result
the statement was read back to her and she agreed to it
no reply was received to the letter
they refused to give a copy of the decision
the government did not answer the questions
i hid the letter in my shoe
we were waiting for a call
in the end they let me go
i thought i would die there
"""
_FILLERS = "so|well|and then|you know|i mean|uh|um|yes|ok|look|actually|because|but|after that|one day|that time|in the evening|at first|listen|honestly|like i said"


@dataclass(frozen=True, slots=True, repr=False)
class Talk:
    """A talk and what is labelled in it: (start, end, kind)."""

    text: str
    labels: list[tuple[int, int, str]]


class Speaker:
    """Draws talks; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)
        self._peoples = [tuple(part.split() for part in line.split("|")) for line in _PEOPLES.strip().splitlines()]
        self._with = _WITH_NAMES.strip().splitlines()
        self._without = _WITHOUT.strip().splitlines()

    def talk(self) -> Talk:
        """Return the next talk."""
        draw = self._draw
        text = ""
        labels: list[tuple[int, int, str]] = []
        people = draw.choice(self._peoples)
        style = draw.choice(("plain", "plain", "lower", "lower", "bare"))
        for _ in range(draw.randint(3, 9)):
            sentence, inside = self._sentence(people)
            if text:
                text += " "
            at = len(text)
            begins = re.match(r"[^\W\d_]", sentence)
            text += sentence[0].upper() + sentence[1:] if begins else sentence
            text += draw.choice((".", ".", ".", "?", ",")) if style != "bare" else ""
            labels += [(at + start, at + end, kind) for start, end, kind in inside]
        if style != "plain":
            text = text.lower()
        return Talk(text, labels)

    def _sentence(self, people: tuple[list[str], ...]) -> tuple[str, list[tuple[int, int, str]]]:
        draw = self._draw
        template = draw.choice(self._with if draw.random() < 0.55 else self._without)
        if draw.random() < 0.3:
            template = f"{draw.choice(_FILLERS.split('|'))}{draw.choice((' ', ' , '))}{template}"
        template = re.sub(r"\bi\b", "I", template)
        out, labels = "", []
        for piece in re.split(r"(\{\w+\})", template):
            if not piece.startswith("{"):
                out += piece.replace(" ,", ",")
                continue
            words, kind = self._fill(piece[1:-1], people)
            if kind:
                labels.append((len(out), len(out) + len(words), kind))
            out += words
        return out, labels

    def _fill(self, name: str, people: tuple[list[str], ...]) -> tuple[str, str]:
        draw = self._draw
        given, family = people
        first, last = _title(draw.choice(given)), _title(draw.choice(family))
        if draw.random() < 0.35:
            first = self._made()
        if draw.random() < 0.35:
            last = self._made()
        match name:
            case "given":
                return first, "person"
            case "surname":
                return last, "person"
            case "person":
                return draw.choice(
                    (f"{first} {last}", f"{first} {last}", f"{last} {first}", f"{first} {self._made()} {last}")
                ), "person"
            case "place":
                return self._place(), "place"
            case "body":
                return draw.choice(BODIES.split("|")).replace("{place}", self._place()), "organization"
            case "job":
                return draw.choice(JOBS.split("|")), "attribute"
            case "illness":
                return draw.choice(ILLNESSES.split("|")), "attribute"
            case "schooling":
                return draw.choice(SCHOOLING.split("|")), "attribute"
            case "belonging":
                return draw.choice(BELONGINGS.split("|")), "attribute"
            case "title":
                return _title(draw.choice(TITLES.split())), "person"
            case "kin":
                return draw.choice(("", "", "older ", "little ", "late ")) + draw.choice(KIN.split()), ""
        return draw.choice(HEADS.split()), "place"

    def _made(self) -> str:
        draw = self._draw
        stem = "".join(draw.choices(_SYLLABLES.split(), k=draw.choice((1, 2, 2, 3))))
        return _title(stem + draw.choice(_ENDINGS.split()))

    def _place(self) -> str:
        draw = self._draw
        stem = "".join(draw.choices(_SYLLABLES.split(), k=draw.choice((1, 2, 2)))) + draw.choice(("", *_PLACE_ENDS.split()))
        return _title(stem) + draw.choice(("", "", "", " " + draw.choice(HEADS.split())))


def _title(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def talks(count: int, seed: int) -> list[Talk]:
    """Return ``count`` talks."""
    speaker = Speaker(seed)
    return [speaker.talk() for _ in range(count)]
