<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message>
        <source>May be used for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purposes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also the pairs that are usually not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody, or not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation type="unfinished">口译员</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished">未问</translation>
    </message>
    <message>
        <source>Told that it can be taken back at any time, and that what was filed may be beyond recall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risks explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In their own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they said back what they agreed to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About capacity or pressure. Detention is pressure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far and how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never, unless a day is said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing chosen: for all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For data of a relative: what it rests on besides this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The child agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counsel only: it may go to counsel and to nobody else.
In numbers only: counted among others; no copy may go out on it.
“Did not wish to say” is a refusal: what is not granted is refused. What was said goes into the note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today, 2 July 2021, last Friday…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing chosen: as a whole. Else what is left becomes a grant of its own; copies stop all the same until a new answer is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reason is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has gone out, and what to do now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is kept for counsel, under a legal hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is to be sealed in an archive, out of this vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is to be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Kind</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Language</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Contact</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Number or paper</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Roles</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Relation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>as</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Sex</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Born</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Nationality</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Occupation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Lives in</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>At risk</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>from</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>because</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>since</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Public figure</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Publicly known</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Stands in exports</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Lies in</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Country</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Type</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Place</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Organisation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Account</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Source</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Document</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>said on</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Certainty</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Followed from</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>How it was taken</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Present</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Pause</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Sound was recorded</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>began at</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>ended at</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>told how often before</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>not to be asked about</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>A translation of</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Translated</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>by</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>on</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Written down</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Read back</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Paragraph</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Correction</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>paragraph</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>before</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Mark</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Signed on</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Title</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Issued by</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Name in an export</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>About</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Note</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Used for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>By whom</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Under which name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Given on</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>How</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Explained</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Given by</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Only for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Basis</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Interpreter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Risks told</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>In their own words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Doubts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Ask again on</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Limits were told</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Runs out on</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Withdrawn on</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Getting it back was tried</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>On the withdrawal</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Opened on</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Languages</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Jurisdiction</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Matters</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Counsel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>directs this work</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Legal hold</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>Kept</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FieldLabels</source>
        <comment>look again on</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>When, where, who</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Taken on</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Began at</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Ended at</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Breaks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Pauses, from and to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Place</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Spoken language</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Dialect</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Interpreter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Interpreter’s relation to the witness</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Understanding with the interpreter was tested</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Interpreter signed confidentiality</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>The witness objected to somebody present</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>How it was</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Rights and confidentiality explained</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>In private</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Observed by</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Restraints</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Sound was recorded</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Signal to stop</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Support person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Vulnerabilities and what was done</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Not to be asked about, one a line</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Care afterwards</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Sexual violence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Before this</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Told how often before</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Earlier accounts, to whom</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Taken on paper first</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TestimonyFacts</source>
        <comment>Entered here on</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Amend</name>
    <message>
        <source>Correct what was read back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The earlier wording stays on record beside the correction. What is changed counts as not read back until it is read again, and the testimony is no longer confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the witness corrected the date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the reason; a few words are enough.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArchiveCase</name>
    <message>
        <source>Archive {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation type="unfinished">选择位置…</translation>
    </message>
    <message>
        <source>The whole case, with its history and documents, goes into one file that is sealed for a recipient. The file is read back; only then is the case shredded here. It comes back by “Import…”, with the recipient’s key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipient’s age key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I know who holds the key; the case is to be gone here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever holds its secret half opens the archive, nobody else; the passphrase and the sheets do not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the recipient’s key; it begins with age1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the line above first, if you mean it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the archive is to lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name must say nothing about the client.</source>
        <translation type="unfinished">文件名不得透露当事人的任何信息。</translation>
    </message>
</context>
<context>
    <name>BackUp</name>
    <message>
        <source>Back up the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every case with its documents and history, in one sealed file that is read back from the disk. It opens with two recovery sheets of today, and with nothing else. Keep it elsewhere than this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder, best on a stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep the last {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older backups there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older backups of this vault in that folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make new sheets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last one: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup is on record yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vault has no recovery sheets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup is sealed to them: without them it would open for nobody. Make them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make recovery sheets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not on record that anybody has the recovery sheets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup opens with them alone. If you do not have two of them at hand, make new ones first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the backup is to lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder, best on a stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}, read back. It opens with two recovery sheets of today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older backups removed: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Besides</name>
    <message>
        <source>Besides the PDF</source>
        <translation>PDF 之外</translation>
    </message>
    <message>
        <source>What is withheld in the pages is withheld in these too.</source>
        <translation>页面里隐去的内容，这些文件里同样隐去。</translation>
    </message>
    <message>
        <source>Events as a table…</source>
        <translation>事件表格…</translation>
    </message>
    <message>
        <source>Case file…</source>
        <translation>案件文件…</translation>
    </message>
    <message>
        <source>These may name whoever agreed to it.</source>
        <translation>以下文件可能写出同意具名者的姓名。</translation>
    </message>
    <message>
        <source>Draft declaration…</source>
        <translation>声明草稿…</translation>
    </message>
    <message>
        <source>Packet for counsel…</source>
        <translation>给律师的封包…</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Save the events as a table</source>
        <translation>把事件存为表格</translation>
    </message>
    <message>
        <source>Save the case file</source>
        <translation>保存案件文件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>It leaves the vault and can be read by whoever has it. It names nobody whom the pages do not name.</source>
        <translation>它离开保险库，拿到的人都能读。页面没有具名的人，它也不具名。</translation>
    </message>
    <message>
        <source>Saved as {0}, SHA-256 {1}…
It is written into the case’s history.</source>
        <translation>已存为 {0}，SHA-256 {1}…
已记入案件的历史。</translation>
    </message>
</context>
<context>
    <name>BoxSheet</name>
    <message>
        <source>The page and its boxes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseBar</name>
    <message>
        <source>This case is damaged and cannot be opened. The other cases are whole. Keep this copy; restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export case file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper to print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shred…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseFacts</name>
    <message>
        <source>Case facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">保存</translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 July 2021</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asylum, interpol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counsel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engaged since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counsel directs this work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A legal hold: nothing may be removed or erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name people use for the case. It must say nothing about the client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only with an engagement is a copy marked as attorney work product.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseFrame</name>
    <message>
        <source>stands as “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CasesScreen</name>
    <message>
        <source>Search in all cases</source>
        <extracomment>Below these widths (at 100 %) the search has a row of its own, and the table says in two lines what it said in five columns.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in all cases: words, a name, a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished">锁定</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client stands as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(code unreadable)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged: cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody on record yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is checked whole first; then it is stored, or nothing is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside it: {0} documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported, and written down in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is backed up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was written, but parts of this vault are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They went in as they lie; older backups were kept. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in its archive, read back, and gone here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is shredded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups, archives and exports made before keep what they hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Centred</name>
    <message>
        <source>Affiant never uses the network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeKeyFile</name>
    <message>
        <source>With a key file the passphrase alone opens nothing: who has watched you type it still needs the file. If all its copies are lost, only the recovery sheets open the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another key file, or take the tick away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the key file, or make one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key file is asked for today. Tick the line above to ask for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on the vault opens only with this key file too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a copy of it elsewhere. Backups made before still open as they did then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault opens without a key file now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups made before still need it; keep it as long as you keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing it…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangePassphrase</name>
    <message>
        <source>From then on only the new one opens this vault, or the recovery sheets. Backups and other copies of it that were made before still open with the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the new one opens the vault from now on. Backups made before still open with the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing it…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeRecovery</name>
    <message>
        <source>Recovery sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make new sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two of three sheets open the vault when the passphrase is lost, and its backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery sheets open this vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When new ones are made, the older open this vault no more. But a backup opens only with the sheets of its time: burn the older ones when you keep no backup of their time any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the passphrase opens this vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is forgotten, everything in it is lost; and without sheets there can be no backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheets that were shown open nothing then. What opened the vault before opens it as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove recovery…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the older ones as long as you keep older backups: only they open these. Then burn them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on the new recovery sheets open the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now the vault can be backed up, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then only the passphrase opens this vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is forgotten, everything in the vault is lost, and no more backups can be made. Older backups still open with the sheets of their time. Press it again if you mean it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery sheets open this vault no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them as long as you keep older backups: only they open these. Then burn them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing it…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Save PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock it with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished">显示</translation>
    </message>
    <message>
        <source>How far the copy is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished">结束</translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redacting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the pictures of the exhibits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the pages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the finished file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed the release check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back, decide it otherwise or leave it out, and check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving is written into the case’s history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished">更改…</translation>
    </message>
    <message>
        <source>page {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell it to the recipient by another way. Nothing here remembers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a password, or take the tick away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>summary</source>
        <translation type="unfinished">摘要</translation>
    </message>
    <message>
        <source>Save the PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">保存</translation>
    </message>
    <message>
        <source>It leaves the vault and can be read by whoever has it.</source>
        <translation type="unfinished">它离开保险库，拿到的人都能读。</translation>
    </message>
    <message>
        <source>Saved as {0}, SHA-256 {1}…
Who receives it is written into the case’s history.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChooseMicrophone</name>
    <message>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChooseStep</name>
    <message>
        <source>For whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who receives it; written into the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All, drafts and originals too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimonies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. {1}, {2}, {3}, {4} paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent keeps this copy closed: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also, by choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who receives it; printed, and written into the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who receives it; not printed, only written into the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this copy shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is confirmed in {0}, the language of the report: read one back first, or choose others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} confirmed in another language than {1} are left out; they can be chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one, or choose None.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date printed must be one day, such as today.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Folders and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished">姓名</translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name, or a whole path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of this name. Press Enter again to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file, or write its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a folder. Write the name of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsentDetail</name>
    <message>
        <source>Ask again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is usually not asked. Ctrl+G records it all the same, if it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again, since {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In their own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished">未记录</translation>
    </message>
    <message>
        <source>Counts for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a copy for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, through {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What had gone out before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has gone out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other answers on record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded once and not changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, by {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>Record an answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is on record yet. Add the witness on the page People &amp; places first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not granted is refused. A refusal never stops the work.   — does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished">撤销</translation>
    </message>
    <message>
        <source>what each purpose means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The talk itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipients do not apply: it concerns the talk and its record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also on record, under other recipients: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each purpose means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved, and kept as you left it. The same button goes on with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeclarationPanel</name>
    <message>
        <source>Draft declaration</source>
        <translation>声明草稿</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>选择位置…</translation>
    </message>
    <message>
        <source>The confirmed testimony in numbered paragraphs, with the sentence of 28 U.S.C. 1746 and blank certificates for interpreter and translator. It is a draft: nobody has signed it. Filled in, the certificates show a name and an address to whoever reads the file.</source>
        <translation>经确认的证词，分段编号，附 28 U.S.C. 1746 的宣誓句，以及空白的口译和笔译证明。这是草稿，尚无人签名。证明填好之后，读到文件的人都会看到姓名和地址。</translation>
    </message>
    <message>
        <source>From the testimony</source>
        <translation>依据的证词</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>withheld, for reading</source>
        <translation>隐去，仅供阅读</translation>
    </message>
    <message>
        <source>of those who agreed to be named to a court, for filing</source>
        <translation>写出同意向法院具名者的姓名，用于提交</translation>
    </message>
    <message>
        <source>It will be signed</source>
        <translation>签署地点</translation>
    </message>
    <message>
        <source>not known yet: print both sentences</source>
        <translation>尚不清楚：两种句式都印上</translation>
    </message>
    <message>
        <source>within the United States</source>
        <translation>在美国境内</translation>
    </message>
    <message>
        <source>outside the United States</source>
        <translation>在美国境外</translation>
    </message>
    <message>
        <source>With the testimony in its own language behind it</source>
        <translation>后附证词原文</translation>
    </message>
    <message>
        <source>Mask what is not decided</source>
        <translation>遮盖尚未决定的内容</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>It names people, leaves the vault, and can be read by whoever has it.</source>
        <translation>它写有姓名，离开保险库，拿到的人都能读。</translation>
    </message>
    <message>
        <source>It leaves the vault and can be read by whoever has it.</source>
        <translation>它离开保险库，拿到的人都能读。</translation>
    </message>
    <message>
        <source>Save the declaration</source>
        <translation>保存声明</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>declaration</source>
        <translation>声明</translation>
    </message>
</context>
<context>
    <name>DocumentForm</name>
    <message>
        <source>A new document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">保存</translation>
    </message>
    <message>
        <source>From the file {0}. Its name is not kept: say below what it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red notice, extract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished">未记录</translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the document itself: January 2021</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About which events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the file is sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>The page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare as exhibit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only its beginning is shown here. It is stored whole, to the byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its content is not held here; only that it exists is on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished">未记录</translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed, {0}. SHA-256 {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not held here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the content…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add its content…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of this kind cannot be shown here. It is stored whole, to the byte.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one not held…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished">更改…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document is on record. Add a file, or drop it here: it is sealed at once, and the copy outside stays yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turn the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next, back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from box to box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished">撤销</translation>
    </message>
    <message>
        <source>kind and date not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepare an exhibit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is sealed into the vault. The file outside is not touched: remove it yourself if it endangers somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content of this document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file at a time: say what each is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first one was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document is named elsewhere: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was removed. Take it out there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” and its sealed content are taken out of the vault, and where paragraphs are heard in it. The content cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this document?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” and its sealed content are taken out of the vault. The content cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ran out {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be asked again since {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds until it is answered anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before it is done. Nothing else waits for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not to be done. Everything else goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written down here while that stands. The talk itself goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound is recorded while that stands. The talk itself goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No film is kept while that stands. Everything else goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photograph of the client is kept while that stands. Everything else goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No copy of the client’s own papers is kept while that stands. What came from elsewhere can be added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the fields say of body and health stays out of a copy. What a text tells stays in it: read it for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before anything is written down. The talk does not wait for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before copies of the client’s own papers are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before what is told of body and health goes out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Kept from before, not saved yet. Enter saves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away what you typed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands in this form and is not saved will be gone. The record stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnterPaper</name>
    <message>
        <source>Enter what was taken on paper</source>
        <extracomment>So much of a long text is shown with its names before they are put in (characters).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it stands on the sheets and cards: the day of the talk, not today. Then type the words with their letters; Ctrl+Shift+N puts in the names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone new…</source>
        <translation type="unfinished">新的人…</translation>
    </message>
    <message>
        <source>Whose words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the witness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken on, as on the first sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished">地点</translation>
    </message>
    <message>
        <source>Add “{0}” as a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the words as you type them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cards of the talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agrees</source>
        <translation type="unfinished">同意</translation>
    </message>
    <message>
        <source>does not wish it</source>
        <translation type="unfinished">不愿意</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished">未问</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished">未记录</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished">回答方式</translation>
    </message>
    <message>
        <source>The other cards are entered on the page of consent, each with the day that stands on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a code as printed: a sign is wrong, missing or too many. Look at the sheet again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A right code, but not one that was printed for this case. Do the sheets belong here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under this code something was entered here before. Another sheet of it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed for this case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the code once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is right all the same, press Enter again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write how the witness is called; a description will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the day of the talk, as on the first sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cards need the day itself; “about May” will not do.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Save</source>
        <extracomment>Offered for a spelling; any other tag can be typed.</extracomment>
        <translation type="unfinished">保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one name is needed. Nobody knows it? Describe them: “the tall officer”, a description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On record already: {0}. If these are two, each mention of the name will be asked about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first is the one shown. All of these, in any order or case, are found and masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spellings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished">姓名</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind of spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the spelling, or take this line away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it, or take this line away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a person or organisation on record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was threatened or done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it was said: “since spring 2021”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished">未记录</translation>
    </message>
    <message>
        <source>Who this is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How related</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brother, old friend, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“younger brother” of “the witness”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is told: “spring 1974”, “about 1980”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports show the year at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lives in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a place on record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A public person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named in public for what is told here. Stands by name in every copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts and numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers, numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From whom and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides in which copies it is shown; without a kind, in none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next larger place on record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known to everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A public square, a capital, a scene of history. Shown in every copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventDesk</name>
    <message>
        <source>Save</source>
        <extracomment>Milliseconds from the first key after which what was typed is a draft in the vault.</extracomment>
        <translation type="unfinished">保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away what was typed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event was removed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands here is a draft; Save records it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed here was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is back as you left it. Save records it; it stays a draft until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet: one field needs a look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet: {0} fields need a look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed is kept as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave this event without saving?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed is kept as a draft and comes back when you open it again. The record stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave, keep the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away what was typed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what was not saved goes, and for good. The record stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this event?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its account, its sources and all its fields go from the case. Ctrl+Z in the list brings them back; the history keeps them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a consent that covers it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not removed: others refer to this event.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next field</source>
        <translation type="unfinished">下一栏</translation>
    </message>
    <message>
        <source>more fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save</source>
        <translation type="unfinished">保存</translation>
    </message>
    <message>
        <source>leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event before, after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>larger, smaller, all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished">撤销</translation>
    </message>
</context>
<context>
    <name>ExhibitDesk</name>
    <message>
        <source>opening…</source>
        <extracomment>Errors after which trying again is of no use. Milliseconds after a change in which a further one is saved with it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawing the page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be read here, so nothing is proposed: it is a picture. Look at every part of it: faces, names, plates, signs, stamps, reflections. N makes a box.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExhibitPanel</name>
    <message>
        <source>Proposals for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All but this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the page out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it will be exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black is black in the file: nothing is under it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; is it to be seen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, withheld by rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: what a rule withholds from this reader goes under a box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows move it, with Shift they size it, with Ctrl finely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J goes to the next. Look at the rest of the page yourself too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag with the mouse, or press N for a box. What is not under a box is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One proposal is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} proposals are open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page {0} of {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has looked at its pages for this yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} pages are ready, the others are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every page is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every page is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} pages were looked at.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExhibitTicks</name>
    <message>
        <source>Pages of documents, as pictures with their boxes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportCase</name>
    <message>
        <source>Export case file {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation type="unfinished">选择位置…</translation>
    </message>
    <message>
        <source>The whole case with every name, and all its documents. This is no redacted copy for others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed for a recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readable by anybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipient’s age key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I know where this file will be, and who can read it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only who holds the key to it can open the file. Several keys are parted by spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing protects this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever finds, copies or seizes it reads every name in it: the client, the relatives, all who helped. People can be arrested or killed for that. What was once on a disk or a stick can often be read after it was deleted. Seal it for a recipient instead, if there is any way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the line above first, if you mean it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the recipient’s key; it begins with age1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the readable file is to lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the sealed file is to lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redaction review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on to the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next, back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished">撤销</translation>
    </message>
    <message>
        <source>to the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turn the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save</source>
        <translation type="unfinished">保存</translation>
    </message>
</context>
<context>
    <name>Extent</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of exhibits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of this copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exhibits of this copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of this copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one, or choose otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldLabels</name>
    <message>
        <source>confirmed</source>
        <extracomment>Keys whose value is a date (EDTF). Keys that hold what was said: set in the face of testimony.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message>
        <source>The mosaic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One answer settles one more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One answer settles {0} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer holds for this place only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Find a name, any spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People and places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is written so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is on record yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun, not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstCase</name>
    <message>
        <source>The first case</source>
        <extracomment>What ``show_entry`` of the testimony page is told to begin the first of a case, and its interview.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 of 4: the first case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a code and nothing else to begin with; then the interview begins. You may also leave now: this waits here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a case file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at a sample case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make recovery sheets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested at random. It must say nothing about the client; a bird or a tree will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no recovery sheets yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the passphrase, and all is lost; without sheets no backup can be made. It takes five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a code.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GrantPanel</name>
    <message>
        <source>You began this and did not save it. Here it is as you left it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin afresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what it may be used for, and by whom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the answer; a refusal is one too.</source>
        <translation type="unfinished">请选择回答；拒绝也是一种回答。</translation>
    </message>
    <message>
        <source>Write the day. “About May 2021” is a day too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HintBar</name>
    <message>
        <source>Saved {0}, encrypted</source>
        <extracomment>What could not be kept of what is typed is tried again each so many milliseconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <extracomment>The entries that a row touched, each with all its wordings.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every saved change. Each row is chained to the one before; none can be altered unnoticed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find: a name, a date, an author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row {0}, {1}, by {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words of this row were erased. The chain still holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, no longer on record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} more entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, by {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this change?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}
What stood there before comes back. The undoing is a new row; nothing is lost from the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation type="unfinished">{0}，{1}</translation>
    </message>
    <message>
        <source>For: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipient: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed to: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dated: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages shown of: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed off by: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a grant, because: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The witness stands by it, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the words: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the sheets: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}”: masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}”: safe to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}”: somebody no longer on record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}”: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case file taken in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proposed spelling refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two entries made one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One entry made two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redaction decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redaction decision taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages boxed for an exhibit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF given out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events given out as a table</source>
        <translation>事件表格已交出</translation>
    </message>
    <message>
        <source>Redacted case file given out</source>
        <translation>已遮盖的案件文件已交出</translation>
    </message>
    <message>
        <source>Draft declaration given out</source>
        <translation>声明草稿已交出</translation>
    </message>
    <message>
        <source>Packet for counsel given out</source>
        <translation>给律师的封包已交出</translation>
    </message>
    <message>
        <source>Case file written in plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case file written sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement written to be signed</source>
        <translation>已写出供签署的陈述</translation>
    </message>
    <message>
        <source>Paper printed for an interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was taken on paper entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words erased from row {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <translation type="unfinished">人</translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished">地点</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished">事件</translation>
    </message>
    <message>
        <source>testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (before: {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportCase</name>
    <message>
        <source>Import a case file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case file, with its documents beside it as it was exported; or a sealed file or an archive (.age).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key that opens it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the secret half of the recipient’s key (AGE-SECRET-KEY-1…), best on a stick.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InterviewBar</name>
    <message>
        <source>Interview</source>
        <extracomment>Below this width (pixels at 100 %) side notes shorten and what has a key loses its button.</extracomment>
        <translation>访谈</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Consent…</source>
        <translation>同意…</translation>
    </message>
    <message>
        <source>Who is present is not recorded</source>
        <translation>未记录在场人员</translation>
    </message>
    <message>
        <source>Nobody recorded</source>
        <translation>未记录在场者</translation>
    </message>
    <message>
        <source>Present: {0}</source>
        <translation>在场：{0}</translation>
    </message>
    <message>
        <source>{0} present</source>
        <translation>{0} 人在场</translation>
    </message>
    <message>
        <source>Not to be asked about: {0}</source>
        <translation>不问的话题：{0}</translation>
    </message>
    <message>
        <source>the witness</source>
        <translation>证人</translation>
    </message>
    <message>
        <source>Agreed to: {0}.</source>
        <translation>同意：{0}。</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>Consent is not asked yet.</source>
        <translation>尚未征求同意。</translation>
    </message>
    <message>
        <source>The witness has not agreed to an interview.</source>
        <translation>证人没有同意访谈。</translation>
    </message>
    <message>
        <source>{0} No notes.</source>
        <translation>{0}不作笔记。</translation>
    </message>
    <message>
        <source>no notes</source>
        <translation>不作笔记</translation>
    </message>
    <message>
        <source>{0} Not recorded.</source>
        <translation>{0}不录音录像。</translation>
    </message>
    <message>
        <source>the talk</source>
        <translation>谈话</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>film</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>photographs</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>The first time this is told. A first account may be short.</source>
        <translation>这是第一次讲述。第一次可以讲得简短。</translation>
    </message>
    <message>
        <source>Told once before. Nobody should have to tell it more often than is needed.</source>
        <translation>以前讲过一次。任何人都不应被要求一再讲述。</translation>
    </message>
    <message>
        <source>Told {0} times before. Nobody should have to tell it more often than is needed.</source>
        <translation>以前讲过 {0} 次。任何人都不应被要求一再讲述。</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>running since {0}</source>
        <translation>{0} 开始</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>held on another day</source>
        <translation>在另一天进行</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>InterviewMode</name>
    <message>
        <source>Time</source>
        <extracomment>What ``show_entry`` is told after the id of a testimony, so that the interview goes on after a lock.</extracomment>
        <translation>时间</translation>
    </message>
    <message>
        <source>Asked or said</source>
        <translation>问或答</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>This testimony was read back: it changes by correction only.</source>
        <translation>这份证词已宣读，只能以更正的方式修改。</translation>
    </message>
    <message>
        <source>For another talk begin a new testimony with Ctrl+N.</source>
        <translation>若再次谈话，请按 Ctrl+N 新建一份证词。</translation>
    </message>
    <message>
        <source>The interview is still running.</source>
        <translation>访谈仍在进行。</translation>
    </message>
    <message>
        <source>F9 shows it again, to pause or stop it.</source>
        <translation>按 F9 再次显示，以便暂停或结束。</translation>
    </message>
    <message>
        <source>{0} F3 records the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一栏</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>next speaker</source>
        <translation>另一人说</translation>
    </message>
    <message>
        <source>same speaker</source>
        <translation>同一人说</translation>
    </message>
    <message>
        <source>the other language</source>
        <translation>另一种语言</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>asked or said</source>
        <translation>问或答</translation>
    </message>
    <message>
        <source>read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The witness does not wish an interview: it does not begin.</source>
        <translation>证人不愿接受访谈：访谈不开始。</translation>
    </message>
    <message>
        <source>Should they agree later, record it with F3.</source>
        <translation>如果以后同意，请按 F3 记录。</translation>
    </message>
    <message>
        <source>A person you began here is not saved yet.</source>
        <translation>在这里开始填写的一个人尚未保存。</translation>
    </message>
    <message>
        <source>A place you began here is not saved yet.</source>
        <translation>在这里开始填写的一个地点尚未保存。</translation>
    </message>
    <message>
        <source>{0} brings the form back as you left it.</source>
        <translation>按 {0} 可恢复表单原样。</translation>
    </message>
</context>
<context>
    <name>InterviewSound</name>
    <message>
        <source>The witness does not agree to sound any more: the recording has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was recorded before is sealed among the documents. Remove it there if it is not to be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The witness does not wish sound to be recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interview goes on without. Should they agree later, record that with F3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recording is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound is being recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal the recording with Ctrl+F5 first, so that nobody is recorded without seeing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is sealed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands among the documents of the case.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>There is no other entry of this kind on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are one entry now. Ctrl+Z makes them two again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one spelling is on record, and each of two entries needs one. Add the other one&apos;s name first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This entry cannot be made two yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are two entries now. Ctrl+Z makes them one again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptForm</name>
    <message>
        <source>What you filled in is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc once more gives it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you were filling in is here again; it is not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel gives it up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyFileFields</name>
    <message>
        <source>Also ask for a key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file on a stick you carry. Without it the passphrase opens nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best on a stick of its own, with a copy kept elsewhere: without it the vault stays shut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Keep a copy of it elsewhere: without it the passphrase opens nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mended</name>
    <message>
        <source>A part of this vault was damaged, and was put right from its second copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost. A disk that fails does this, and so does somebody who had the laptop in hand: make a backup now, and let `affiant verify` check all of it. It was: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Missing</name>
    <message>
        <source>Nobody on record is the witness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the person whose case this is the role “witness”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No testimony yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it in the language in which it is given, or its translation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} paragraphs not yet read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are stamped “not read back” in every export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A testimony was read back and is not yet confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports hold confirmed testimonies unless others are chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No consent from the witness for counsel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it nothing is exported. A refusal is an answer too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The consent for counsel has run out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again before the next export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A consent has run out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} consents have run out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it opened is closed until it is asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A consent is to be asked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} consents are to be asked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day that was agreed on has come; a new answer is recorded beside the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No consent from the person at risk ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside counsel’s copy they are shown only as a relation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} events say nothing of who says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counsel will ask for the source of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} events have no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“About 2019” is a date too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} documents are named and not held here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the file, or leave it where it is safer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MosaicColumn</name>
    <message>
        <source>Reason to go on without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written into the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mosaic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harmless alone; together they may point to one person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed off by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet: why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands for {0} reads as a name on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write why, or record the consent first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write your name when you have read it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NamesForLetters</name>
    <message>
        <source>Names for the letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put them in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the key slip. A letter that is left empty stays as it is and can be named later. Then destroy the slip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add “{0}” as a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays a letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No letter stands in the text as it is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every line as on the sheet: each becomes a paragraph with its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it will read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters that stay: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save first: names are put into what is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+S saves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NeutralPage</name>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
</context>
<context>
    <name>NewCase</name>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asylum, interpol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US, immigration court</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name people use for the case. It must say nothing about the client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the date as year-month-day, such as 2021-07-02.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewTestimony</name>
    <message>
        <source>New testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished">开始</translation>
    </message>
    <message>
        <source>Whose words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone new…</source>
        <translation type="unfinished">新的人…</translation>
    </message>
    <message>
        <source>Name of the witness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is first written; more spellings later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its tag (BCP 47)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A translation of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No computer in the room?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter from paper…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper to print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing: this is how it was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no language tag. “ug” is Uyghur, “bo” Tibetan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write how the witness is called; a description will do.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewVaultScreen</name>
    <message>
        <source>New vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose six or more unrelated words. Only this passphrase, or the recovery sheets, will ever open the vault: nobody can reset it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is forgotten, everything in the vault is lost, and there can be no backup. You can make sheets at any time: open the vault, then Settings (Ctrl+,) and “Recovery sheets…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands beside every change in the history. Any name you work under will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of 4: the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 of 4: name and place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 of 4: recovery sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: name and place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the vault…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the name you work under.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenByRecovery</name>
    <message>
        <source>Open with recovery sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two of the three sheets, in any order. Then you choose a new passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case facts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to a section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished">撤销</translation>
    </message>
    <message>
        <source>all cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} since {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last on record: {0}, {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is on record yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with the people: the witness first, then those who could be harmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that this program can see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has received what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has left this vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} more; the history has them all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known any more: its words were erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whoever holds the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole case, plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whoever holds a key to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole case, sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whoever holds the paper</source>
        <translation>持有该文件的人</translation>
    </message>
    <message>
        <source>statement to be signed, with names</source>
        <translation>供签署的陈述，含姓名</translation>
    </message>
    <message>
        <source>{0}, to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events as a table</source>
        <translation>事件表格</translation>
    </message>
    <message>
        <source>redacted case file</source>
        <translation>已遮盖的案件文件</translation>
    </message>
    <message>
        <source>draft declaration</source>
        <translation>声明草稿</translation>
    </message>
    <message>
        <source>packet, sealed</source>
        <translation>加密封包</translation>
    </message>
    <message>
        <source>PDF, 1 page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, {0} pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} with a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} held here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none on record</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PacketPanel</name>
    <message>
        <source>Packet for counsel</source>
        <translation>给律师的封包</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation type="unfinished">选择位置…</translation>
    </message>
    <message>
        <source>One sealed file for counsel, read back before it is done. Counsel opens it with the age tool, or with this program. Its pages name only people who agreed to it.</source>
        <translation>给律师的一个加密文件，写好后会先读回核对。律师可用 age 工具或本程序打开。其中各页只写出同意具名者的姓名。</translation>
    </message>
    <message>
        <source>counsel’s age key</source>
        <translation>律师的 age 公钥</translation>
    </message>
    <message>
        <source>a passphrase that you tell by another way</source>
        <translation>口令，另经其他途径告知</translation>
    </message>
    <message>
        <source>Sealed for</source>
        <translation>加密方式</translation>
    </message>
    <message>
        <source>Counsel’s age key</source>
        <translation>律师的 age 公钥</translation>
    </message>
    <message>
        <source>Passphrase of the packet</source>
        <translation>封包的口令</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>In it</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>The summary with codes, its events and its case file</source>
        <translation>代号摘要，及其事件表格和案件文件</translation>
    </message>
    <message>
        <source>The summary with the names of those who agreed to it</source>
        <translation>写出同意者姓名的摘要</translation>
    </message>
    <message>
        <source>The key: who of them stands behind which code</source>
        <translation>对照表：代号各指其中何人</translation>
    </message>
    <message>
        <source>A draft declaration</source>
        <translation>声明草稿</translation>
    </message>
    <message>
        <source>Documents as they are; nothing in them is withheld:</source>
        <translation>文件原件，其中没有任何隐去：</translation>
    </message>
    <message>
        <source>Mask what is not decided</source>
        <translation>遮盖尚未决定的内容</translation>
    </message>
    <message>
        <source>Whoever holds its secret half opens the packet, nobody else.</source>
        <translation>只有持有其私钥的人能打开封包。</translation>
    </message>
    <message>
        <source>Six or more unrelated words. Tell it by another way than the packet goes. Nothing here remembers it.</source>
        <translation>六个以上互不相关的词。不要和封包走同一途径告知。这里不会记住它。</translation>
    </message>
    <message>
        <source>Write counsel’s key; it begins with age1.</source>
        <translation>请填写律师的公钥，以 age1 开头。</translation>
    </message>
    <message>
        <source>Write a passphrase first.</source>
        <translation>请先填写口令。</translation>
    </message>
    <message>
        <source>Tick at least one thing that goes into it.</source>
        <translation>请至少勾选一项内容。</translation>
    </message>
    <message>
        <source>This passphrase can be guessed.</source>
        <translation>这个口令可能被猜出。</translation>
    </message>
    <message>
        <source>Whoever gets the packet can let a machine try such words until it opens. Write more of them, or go on.</source>
        <translation>拿到封包的人可以让机器逐个尝试这样的词，直到打开。请多写几个词，或者继续。</translation>
    </message>
    <message>
        <source>Save the packet</source>
        <translation>保存封包</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>packet</source>
        <translation>封包</translation>
    </message>
    <message>
        <source>The name must say nothing about the client.</source>
        <translation>文件名不得透露当事人的任何信息。</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Cancel</source>
        <extracomment>The share of the screen that a dialog takes at most; what does not fit scrolls, its buttons stay in sight. Asked before Esc or Cancel closes it; it says why not.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message>
        <source>Show</source>
        <extracomment>Milliseconds after the last key in which a passphrase is judged.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished">隐藏</translation>
    </message>
    <message>
        <source>The same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a passphrase first.</source>
        <translation type="unfinished">请先填写口令。</translation>
    </message>
    <message>
        <source>The two are not yet the same. Write it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the key file, or make one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever takes this computer can let a machine try passphrases like this one until it opens. The people in your cases are only as safe as it is. Longer is better: add words that have nothing in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase can be guessed.</source>
        <translation type="unfinished">这个口令可能被猜出。</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is on record yet. A person can also be added while you write: select the name and press Ctrl+P.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished">撤销</translation>
    </message>
    <message>
        <source>The change you began and did not save will be gone. The record stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw the change away?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed. Ctrl+Z brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceFields</name>
    <message>
        <source>Name of the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of this name is made. It must say nothing about a client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the vault is to lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault becomes a folder in the one that is chosen here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a name that a folder can have.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Place in the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 s back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 s on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished">暂停</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be heard on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug in a loudspeaker or headphones, then press F5 again. The recording is whole.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Write how they are called; a description will do.</source>
        <translation>请写下称呼，写描述也可以。</translation>
    </message>
    <message>
        <source>Who is present?</source>
        <translation>谁在场？</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>The witness is. Nobody else has to be named here by more than they wish.</source>
        <translation>证人在场。其他人愿意用什么名字，就写什么名字。</translation>
    </message>
    <message>
        <source>Not to be asked about, one a line</source>
        <translation>不问的话题，每行一个</translation>
    </message>
    <message>
        <source>Told how often before</source>
        <translation>以前讲过几次</translation>
    </message>
    <message>
        <source>Subjects that the witness does not want opened. They stay in sight.</source>
        <translation>证人不愿谈起的话题。它们会一直显示。</translation>
    </message>
    <message>
        <source>To the police, a lawyer, a doctor, a court. 0 is the first time.</source>
        <translation>对警察、律师、医生、法庭讲过的次数。0 表示第一次。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>提问者</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Someone new…</source>
        <translation>新的人…</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>口译员</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Also present</source>
        <translation>其他在场者</translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation>没有其他人</translation>
    </message>
</context>
<context>
    <name>PresentWay</name>
    <message>
        <source>Present passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the passphrase that opens the vault today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key file goes with this passphrase. Choose it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase, or its key file, does not open the vault. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintPaper</name>
    <message>
        <source>Paper for a day without a computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where it is to lie…</source>
        <translation type="unfinished">选择存放位置…</translation>
    </message>
    <message>
        <source>None of it says anything of the case but a code, which means nothing to anybody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper can be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print where nothing is kept, then destroy the files. What is written on it later is not encrypted: enter it soon and destroy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent cards: one question a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… for every purpose and recipient, not only the usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question guides: one for each kind of event, opening and closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbered sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the key slip before them. The key never travels with the sheets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client’s language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number from 0 to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what is to be printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the paper is to lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new folder is made in it. Best on a stick that you destroy afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper is written, under the code {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Print it, then destroy the files. The code stands in the history; enter it with what comes back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>All cases</source>
        <extracomment>A window narrower than this (at 100 %) shows the rail as a menu.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished">锁定</translation>
    </message>
</context>
<context>
    <name>ReadBack</name>
    <message>
        <source>Read back: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record it</source>
        <translation type="unfinished">记录</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished">开始</translation>
    </message>
    <message>
        <source>Correct paragraph {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as the witness says it now. The earlier wording stays on record beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The witness stands by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm and fix it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By a signature or a mark on the paper, by word of mouth, or on a recording. The words are then fixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read back {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · about here: paragraph {1} of {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadBackCorrection</name>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the witness corrected the date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paragraph keeps its number. Write what stands in its place, such as “[struck out]”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed yet. Esc leaves it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the reason; a few words are enough.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadBackEnd</name>
    <message>
        <source>To paragraph {0}</source>
        <extracomment>So many numbers of paragraphs are named; more are counted.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished">离开</translation>
    </message>
    <message>
        <source>{0} of {1} paragraphs have no result yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paragraph was gone through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {0} paragraphs were gone through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reread: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reread: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a result: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (paragraph {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (paragraphs {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was not reread stays marked “not read back” on every paper and in every copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words are fixed: they change only by a correction with its reason, which lifts the signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words are fixed: they change only by a correction with its reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is signed yet. Nobody has to sign; what was read back is kept either way.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadBackMode</name>
    <message>
        <source>Save first: what is read back is what is saved.</source>
        <extracomment>What ``show_entry`` is told after the id of a testimony, so that reading goes on after a lock.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to be read back yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} paragraphs are not read back yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was decided is kept. F6 goes on where it was left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to the paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished">撤销</translation>
    </message>
    <message>
        <source>leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other language</source>
        <translation type="unfinished">另一种语言</translation>
    </message>
    <message>
        <source>confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back and on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraph {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This paragraph is too long to be shown whole: it cannot be confirmed or corrected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave with Esc and part it with blank lines, or mark it as not reread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation type="unfinished">{0}，{1}</translation>
    </message>
    <message>
        <source>Statement, {0}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadBackSign</name>
    <message>
        <source>Confirmed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of the paragraphs were not reread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay marked “not read back” in what is signed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadBackStart</name>
    <message>
        <source>Read back on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language it is read in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished">未记录</translation>
    </message>
    <message>
        <source>In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation type="unfinished">口译员</translation>
    </message>
    <message>
        <source>Through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The witness confirmed the whole text, and signed or said so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraph by paragraph, here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was read elsewhere, and all of it heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both languages together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on: {0} of {1} have their result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all of it anew; what was confirmed is asked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each paragraph is shown large, in every language it is held in, and decided by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record this only if each of the {0} paragraphs was heard and none needs correcting: the words are then fixed and change only by correction with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished">开始</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation type="unfinished">记录</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished">无</translation>
    </message>
</context>
<context>
    <name>ReadBackView</name>
    <message>
        <source>Read-back</source>
        <extracomment>Below this width (pixels at 100 %) what has a key loses its icon and side notes go. What every key does. Enter on a button that has the keyboard presses that button.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much was read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished">隐藏</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished">锁定</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished">离开</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished">更改…</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reread: it stays marked “not read back”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read back yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected; it stands here in its new words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected: {0}. It stands here in its new words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab: the other language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also on record as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is two…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You began a change here. It is kept, and not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished">继续</translation>
    </message>
    <message>
        <source>Throw it away…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands in exports as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished">更改…</translation>
    </message>
    <message>
        <source>Spellings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of these, in any order or case, are found and masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No risk on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has not been asked for consent of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recorded about from whom or why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Since {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being worked out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where no name stands, none of these is the name of anyone on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands by its own name in every copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these is the name of anyone on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A place stands by its kind and by what it lies in; mark it public to show it in every copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who this is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lives in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes: named in every copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts and numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes: shown in every copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryFields</name>
    <message>
        <source>One sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 33 words of any sheet, or the one long line. Numbers and capitals do not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one line; no second sheet is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet {0}, every word right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of 33 words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word {0} is misspelt: it can be on no sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are {0} words; a sheet has 33.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word is another than on the sheet, or two have changed places. Compare them once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the words of one sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two sheets are needed. Type the words of another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These two are not of one set. Sheets of another time or of another vault do not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the same sheet twice. Another one is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A letter of the line is wrong or missing. Compare it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheets do not fit together. Type each into a field of its own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoverySheets</name>
    <message>
        <source>Any two of these three sheets open the vault, and its backups, without the passphrase; one alone tells nothing. Copy each onto paper of its own and give each to somebody else, in another place than this computer; never two to the same person. Not on a telephone, not in a photograph.</source>
        <extracomment>So many sheets are asked for a word each: as many as open a vault. How it ended: the words were written back, or this was skipped in so many words; or there shall be no sheets yet.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a PDF to print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sheet that cannot be read helps nobody. Take your paper and read two words from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet {0} of 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word {0} of sheet {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished">继续</translation>
    </message>
    <message>
        <source>They are written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without this check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I will do it later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right. And one from another sheet: two of them are needed to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not that word. Look again which sheet and which number, or go back and copy it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without sheets only the passphrase opens the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the sheets are to lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation type="unfinished">写入文件</translation>
    </message>
    <message>
        <source>Best on a stick that you destroy afterwards. Print it where nothing is kept: no office, no copy shop. Whoever finds the file can open the vault and its backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three pages were written, one for each sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Print them, then destroy the file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoreBackup</name>
    <message>
        <source>A vault from a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens with two sheets of the time when the backup was made. All of it is checked first: the whole vault appears, or nothing does. Vaults that are there already stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file of the backup.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewHeads</name>
    <message>
        <source>As it was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solid line: masked · dots: safe · dashes: undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it will be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A [code] stands for a name. Nothing undecided is let out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewStep</name>
    <message>
        <source>The texts, as said and as they will be read</source>
        <extracomment>Milliseconds after an answer in which a further one is worked out with it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the case… {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found that identifies anybody. Look it over all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out the last answers…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaidForms</name>
    <message>
        <source>{0} is on record already.</source>
        <translation>{0} 已在记录中。</translation>
    </message>
    <message>
        <source>Nothing was added. More is written down on the page of people and places.</source>
        <translation>没有添加任何内容。更多内容请在“人物与地点”页填写。</translation>
    </message>
    <message>
        <source>{0} is on record now.</source>
        <translation>{0} 已记录。</translation>
    </message>
    <message>
        <source>The event is on record now.</source>
        <translation>事件已记录。</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings</source>
        <extracomment>How many of the backups that were made on locking are kept. What opens a dialog of its own from the settings.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They lie in the vault, nowhere else on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being typed is kept. Ctrl+Shift+L locks at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+D changes between light and dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl + and Ctrl − change it anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery sheets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What opens this vault. The passphrase of today is asked first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up when it locks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep the last {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many backups are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder, best on a stick that you keep elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Only as long as locking may take, and never when it is pressed twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed: it opens only with two recovery sheets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where backups are to lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after 1 minute without a touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {0} minutes without a touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder for the backups, or take the tick away.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShredCase</name>
    <message>
        <source>Shred {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the damaged case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shred it for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case, its documents, drafts and history can then be read by nobody in this vault: not by you, not with the passphrase, not with the recovery sheets. It cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this does not reach:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>·  Backups, archives, bundles and exports made before, and copies of the vault, keep what they hold.
·  Sticks and SSDs may keep old sectors, encrypted: whoever has an old copy of the key file of the case, and the passphrase, can read them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read, so nobody can tell whether a legal hold is on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {0} if you mean it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not what the case is called. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundStrip</name>
    <message>
        <source>How loud it is</source>
        <extracomment>Below this width (pixels at 100 %) the buttons show no icons.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealing the recording…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound is not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s not on the disk yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked, or not wished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished">暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished">继续</translation>
    </message>
</context>
<context>
    <name>Spellings</name>
    <message>
        <source>“{0}” is on record now, and masked like the other spellings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not proposed here again. The history remembers it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StandsPanel</name>
    <message>
        <source>As each copy has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would stand as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You began this and did not save it. Here it is as you left it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word in the brackets, such as Brother for [Brother]. Empty: the role, such as [Relative 1].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain words, such as “the man”. Empty: what fits the role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code for counsel, court and partner; a description in public.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts in a court copy only. Everywhere else a code or a description stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mention remains in any copy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatementPanel</name>
    <message>
        <source>Statement to be signed: {0}</source>
        <translation>供签署的陈述：{0}</translation>
    </message>
    <message>
        <source>Choose where it is to lie…</source>
        <translation>选择存放位置…</translation>
    </message>
    <message>
        <source>With every name as it is on record: numbered paragraphs, the declaration, lines to sign on, the certificates of interpreter and translator. Have the witness sign the language they understand.</source>
        <translation>含记录中的全部姓名：编号段落、声明、签名栏，以及口译员和翻译的证明。请让证人签署其看得懂的语言版本。</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>声明</translation>
    </message>
    <message>
        <source>under penalty of perjury, signed in the United States</source>
        <translation>伪证罪声明，在美国境内签署</translation>
    </message>
    <message>
        <source>under penalty of perjury, signed outside the United States</source>
        <translation>伪证罪声明，在美国境外签署</translation>
    </message>
    <message>
        <source>in plain words</source>
        <translation>普通措辞</translation>
    </message>
    <message>
        <source>28 U.S.C. 1746 has two wordings: by where it is signed.</source>
        <translation>28 U.S.C. 1746 按签署地有两种措辞。</translation>
    </message>
    <message>
        <source>This paper holds every name as it is on record, and is not encrypted.</source>
        <translation>此文件含记录中的全部姓名，且未加密。</translation>
    </message>
    <message>
        <source>Nothing in it is masked. Write it to a stick, print it where nothing is kept, then destroy the file.</source>
        <translation>其中没有任何遮盖。请写入 U 盘，在不留副本的地方打印，然后销毁文件。</translation>
    </message>
    <message>
        <source>Where the statement is to lie</source>
        <translation>陈述存放在哪里</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>写入文件</translation>
    </message>
    <message>
        <source>Whoever finds the file reads who said what. Best on a stick that you destroy afterwards.</source>
        <translation>谁找到这个文件，就能读到谁说了什么。最好放在事后销毁的 U 盘上。</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>陈述</translation>
    </message>
    <message>
        <source>The statement was written.</source>
        <translation>陈述已写好。</translation>
    </message>
    <message>
        <source>{0}. Print it, have every page initialled, then destroy the file.</source>
        <translation>{0}。请打印，让证人在每页签上姓名缩写，然后销毁文件。</translation>
    </message>
</context>
<context>
    <name>TalkConsent</name>
    <message>
        <source>Does the witness agree?</source>
        <translation>证人同意吗？</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Say what the talk is for, who will read it, and that it can be stopped at any time without a reason. A refusal is an answer like any other.</source>
        <translation>请说明谈话的目的、谁会读到记录，以及随时可以停止，不必说明理由。拒绝也是一种回答。</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>does not wish it</source>
        <translation>不愿意</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未问</translation>
    </message>
    <message>
        <source>How it was asked</source>
        <translation>如何征求</translation>
    </message>
    <message>
        <source>How it was answered</source>
        <translation>如何回答</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>回答方式</translation>
    </message>
    <message>
        <source>What it is for and its risks were explained</source>
        <translation>已说明目的和风险</translation>
    </message>
    <message>
        <source>Told that it can be stopped and taken back at any time</source>
        <translation>已告知可随时停止和撤回</translation>
    </message>
    <message>
        <source>Choose the answer; a refusal is one too.</source>
        <translation>请选择回答；拒绝也是一种回答。</translation>
    </message>
</context>
<context>
    <name>TestimonyColumn</name>
    <message>
        <source>Correct…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement…</source>
        <translation>陈述…</translation>
    </message>
    <message>
        <source>Give up changes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heard at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraph {0}: {1}</source>
        <translation>第 {0} 段：{1}</translation>
    </message>
    <message>
        <source>Read back; press “Correct” to change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you were typing is here again; it is not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it with Ctrl+S, or give the changes up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correcting what was read back: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The earlier wording stays in the record. What you change must be read back again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TestimonyDialogs</name>
    <message>
        <source>today, 14 June 2021, about May 2020…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TestimonyFacts</name>
    <message>
        <source>How it was taken: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">保存</translation>
    </message>
    <message>
        <source>None of this is exported, but for the date and that there was an interpreter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished">未记录</translation>
    </message>
    <message>
        <source>Translated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished">未问</translation>
    </message>
</context>
<context>
    <name>TestimonyPage</name>
    <message>
        <source>Testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No testimony is on record. Press Ctrl+N to begin one, in the language in which it is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New testimony…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>访谈</translation>
    </message>
    <message>
        <source>How it was taken…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">保存</translation>
    </message>
    <message>
        <source>Which testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begin a testimony, or enter one from paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save</source>
        <translation type="unfinished">保存</translation>
    </message>
    <message>
        <source>next paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other language</source>
        <translation type="unfinished">另一种语言</translation>
    </message>
    <message>
        <source>who is it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished">撤销</translation>
    </message>
    <message>
        <source>take back what was saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statement to be signed</source>
        <translation>供签署的陈述</translation>
    </message>
    <message>
        <source>names for the letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was saved: there is no word here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up the words that were not saved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The testimony goes back to what was last saved. What was typed since then is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give them up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save first, or undo what you typed with Ctrl+Z.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThisIs</name>
    <message>
        <source>“{0}” is…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a name, or press a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who or what it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone new: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new place: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new organisation: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entered on record with this name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ties</name>
    <message>
        <source>Relations</source>
        <extracomment>Which page of the case shows which kind of entry.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relations, drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentioned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>round: a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>square: place, agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None on record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being looked for…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished">锁定</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in this case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the work</source>
        <translation>隐藏工作内容</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockScreen</name>
    <message>
        <source>Testimony, kept unreadable for anyone else.</source>
        <extracomment>A passphrase that was left standing half typed goes after so many seconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a key file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New vault…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery sheets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none on this computer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no vault on this computer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Enter to make one: a passphrase, recovery sheets, the first case; about two minutes. Or choose above the folder of one that lies on a stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the first vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder in which the vault was made, on this computer or on a stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished">隐藏</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the passphrase first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens with the passphrase that it had when the backup was made, or with the same sheets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged already when the backup was made: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is there, checked whole: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Opening…</source>
        <extracomment>How long locking waits for what is being saved (seconds); then it locks all the same.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WithdrawPanel</name>
    <message>
        <source>what becomes of it is decided later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide it with the client and with counsel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A legal hold is on this case: nothing can be sealed away or deleted until it is lifted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You began this and did not save it. Here it is as you left it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that went out is on record. What was handed on outside this program is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then decide with the client whether the record is deleted, sealed, or kept for counsel under a legal hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what is taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A grant was taken back {0}; kept for counsel.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkingPanel</name>
    <message>
        <source>How far it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished">结束</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed, and nothing is left of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Combinations</name>
    <message>
        <source>Nothing of the kind was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would blur it: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would recognise it: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would those named as the threat recognise, and whom would they blame for talking?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Model</name>
    <message>
        <source>May be used for</source>
        <extracomment>At 100 %: the least a column needs, the room of the purposes, a row, the head; and the columns that show at first.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>changed</name>
    <message>
        <source>today, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>consent</name>
    <message>
        <source>Consent</source>
        <extracomment>Below this width (at 100 %) the chosen question stands below the matrix.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole case in plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole case, sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A statement to be signed, with names</source>
        <translation>供签署的陈述，含姓名</translation>
    </message>
    <message>
        <source>Copy for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of events for {0}</source>
        <translation>给{0}的事件表格</translation>
    </message>
    <message>
        <source>Redacted case file for {0}</source>
        <translation>给{0}的已遮盖案件文件</translation>
    </message>
    <message>
        <source>Draft declaration for {0}</source>
        <translation>给{0}的声明草稿</translation>
    </message>
    <message>
        <source>Packet for {0}</source>
        <translation>给{0}的封包</translation>
    </message>
    <message>
        <source>Something whose words were erased here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event or a testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an event or a testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct what is on record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left empty was not asked. A refusal never stops the work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For slips in the record. A new answer is recorded as such; earlier wordings are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">保存</translation>
    </message>
    <message>
        <source>Whose consent</source>
        <extracomment>So many stand side by side at the most. Below this width (at 100 %) the list stands below them.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else on record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At any time, without a reason, without a drawback. Later copies stop; the history stays, nothing is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw a grant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back. The record is kept for counsel, under a legal hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it can be deleted until the hold is lifted in the case facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A legal hold is on this case: lift it in the case facts first, if counsel agrees; nothing is lost by waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Home leads to the list of cases: “Archive…” there seals this one to a key and takes it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Home leads to the list of cases: “Shred…” there deletes this one. Copies made before keep what they hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INTERPOL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medical expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Police</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Court</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asylum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished">未问</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not apply</source>
        <extracomment>The icon and the ink of each state.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>granted {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; to be asked again since {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for counsel only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under a pseudonym</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in numbers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}: does not apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation type="unfinished">{0}，{1}</translation>
    </message>
    <message>
        <source>{0}, to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counsel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the court</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the asylum authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INTERPOL’s Commission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a medical expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NGOs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the UN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>law enforcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the press</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>researchers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, the witness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to be asked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the talk itself: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes</source>
        <translation type="unfinished">笔记</translation>
    </message>
    <message>
        <source>sound</source>
        <translation type="unfinished">录音</translation>
    </message>
    <message>
        <source>video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photographs</source>
        <translation type="unfinished">照片</translation>
    </message>
    <message>
        <source>a partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {0}: may go out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given, but not under an identity that suffices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {0}: nobody is on record as the witness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {0}: {1} consent is {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {0}: {1} consent of {2} is {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counsel: ask for the copies back, or that they are destroyed. What counsel has filed may be beyond recall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Court: what was filed is on the record and may be beyond recall. Ask counsel about sealing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asylum authority: what was filed may be beyond recall. Ask counsel about taking it back or sealing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INTERPOL CCF: ask counsel to write to the Commission. What it passed on may be beyond recall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NGO: write to each that has a copy, ask them to delete it and to say so, and to whom they passed it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UN: write to the office and ask that it is not used. What was sent to a government may be beyond recall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press: ask them to hold what is not out yet and to change what is online. What is printed is beyond recall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medical expert: ask for the notes and copies back, or that they are destroyed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law enforcement: what they were told is beyond recall. Tell counsel, and see to the safety of those named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research: ask them to take the data out. What is published may be beyond recall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lawyer reads what you told, to advise you and to speak for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is handed in with your application for protection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INTERPOL’s Commission is asked, under your name, to look at what is held on you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done to your body, and how you are, is told in detail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of your papers are kept and handed on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An expert reads it and writes what they make of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An organisation or the UN uses it to speak up about your case, or cases like it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newspaper or a broadcaster may report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record is kept after this work is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may be called or written to later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The police or a prosecutor here is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Researchers use it to study what happens to many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Having this talk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing down what you say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording your voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording you on video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking photographs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>Read as: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can be read in more than one way. Which is meant?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of which year? Choose, or write the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day of the week does not fall on that date. Which is meant?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such day in the calendar. Kept as you typed it; not yet a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This ends before it begins. Kept as you typed it; not yet a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day of the lunar calendar: write its day in the common calendar, or the month it fell in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day of another calendar: write its day in the common calendar, or the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood as a date. Kept as you typed it; try “spring 2019”, “about May 2020”, “14 June 2021”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>editors</name>
    <message>
        <source>Write each pause on a line of its own, such as 14:05–14:20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not read as a number. Write it in figures.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>What you typed last could not be kept on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still here. Make room on the disk and save it; or leave once more, and it is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault in the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved before is safe. You can go on. If you report it, this is enough: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change of this entry was begun and not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Save what was begun in its form, or throw it away, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase does not open the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is whole; nothing was changed. Try again as often as you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of this vault is damaged or was tampered with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Keep this copy as it is, and restore a backup, or ask somebody who knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is open in another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Close it there, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later version of Affiant wrote this vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Open it with that version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no vault in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Choose the folder in which a vault was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another case has this code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was stored. Choose another code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A legal hold is on this case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. What is held cannot be taken away while the hold stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case file was refused; nothing was stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a fault, or it is not a case file of Affiant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This change cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. The content of a file, and what left the vault, stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this change wrote was changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken back. The history shows every wording; an earlier one can be typed in anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet: something stands between this copy and its release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet: a page that was to be shown is not ready for this copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was written. Under Documents, prepare as exhibit: every page is ready or left out, and what this copy withholds stands under a box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case was changed since this copy was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was written. Look the review over and make the copy anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: the recipient is somebody who is told of in this copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was left. Leave the recipient’s name empty, or write another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the file says what this copy must not say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was written. Choose a name that says nothing of the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by the release check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was left. The case is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>event</name>
    <message>
        <source>Someone new: “{0}”</source>
        <extracomment>Kinds whose editors take the whole width of a form.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New place: “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New organisation: “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished">人</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who, or which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valued on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished">地点</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never exported unless chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In exports: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In exports (counsel): by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In exports (counsel): left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In exports (counsel): {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>Fields of every type that stand with the account and not among the rarely used ones.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More fields ({0} filled in)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the witness’s own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Led to by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The days are counted once both ends are known to the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the dates: 1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the dates: {0} days, first and last counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter goes on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing told yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no source yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find: a word, a name, a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When, and which type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What, where, and who says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event of this type has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every word must occur in it, in any spelling on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event of this type is on record yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this type is shown. Events of other types are on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event on record yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+E begins one. It may stay half filled: what you type is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind of event?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press its key. One that fits nearly will do: every field may stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event has a date yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events without a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day or month known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>said by others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from then to then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anywhere in the dashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its ends are uncertain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open, or no end known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a date: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline: {0}, {1}, {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>This copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1} paragraphs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}, {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on record; the reason is written into the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} events, {1} documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none on record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} paragraphs, stamped so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of exhibits: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures that the program placed; it cannot read them, whoever prepared them did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only pages, fonts and text inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no comments, forms, scripts or earlier versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No protected name or number found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} forms of {1} entries looked for, by two readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads exactly as meant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word for word, all {0} pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there was nothing to decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked on the finished file, {0} pages, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody but public figures stands under a code in brackets or a description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody but public figures stands under a description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People stand by name where their entry says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates to the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months and years; no days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Years only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dates, only what came first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the size of a {0} up; smaller ones are described.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers and contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: they are left out whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody reads the list of facts that point to a person together, and signs it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pseudonymised, not anonymous: the authorities described may recognise the person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That asylum was sought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who represents the witness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields marked sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interviewer’s notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discrepancies between accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days and months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names of some organisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers of papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>births</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>testimonies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>originals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accounts in the first person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sensitive fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes</source>
        <translation type="unfinished">笔记</translation>
    </message>
    <message>
        <source>discrepancies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asylum and representation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what nobody agreed to hand on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was not chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the case code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list of documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why names are withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places under a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chronology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, by kind of event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The red notice against the papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimonies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exhibits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent, and how to ask for more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one on record is called so: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A form of address and a name. {0} is near.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An everyday word, and part of a name on record: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a name on record, or a way to write it: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly a name on record: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like a date, and cannot be read as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like a number that identifies somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like an address or an account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pointed at by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name on record: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known by its form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like a name. Nobody on record is called so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks like something that identifies somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>safe to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown: a public name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown as the profile allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is on record as the witness, so nobody can have consented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was not asked for consent to this copy ({1}), or it is not on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The consent of {0} to this copy ({1}) has run out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} refused consent to this copy ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} withdrew the consent to this copy ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The consent of {0} does not go so far as this copy ({1}): it names the person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The consent of {0} to this copy ({1}) is wanting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on page {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the file itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A protected name or number of {0} stands {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A protected name or number stands {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not read exactly as it was meant to, {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds something that is not on the list, {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger or slower to read than can be checked whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reader could not read it to the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was found that may not leave, {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number of a paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}”, page {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>known</name>
    <message>
        <source>Nothing on record is named here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>leaving</name>
    <message>
        <source>never</source>
        <extracomment>How long locking waits where no words are on their way (seconds): what else goes on is whole or not there, whenever it ends. After so many days without one, a backup that should have been made on locking is said to be missing.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup came about when the vault locked. The last one: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its folder was not there, or there was too little time, or there are no recovery sheets. Make one with Ctrl+B, or choose otherwise in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lists</name>
    <message>
        <source>Remove: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put first: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put first: this one is shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parent</name>
    <message>
        <source>Which microphone?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pasting</name>
    <message>
        <source>Too much to be pasted at once: {0} letters are the most. Paste it in parts, or add it as a document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long for this field, which takes {0} letters. Nothing that stood here was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>People &amp; places</source>
        <extracomment>Below these widths (at 100 %) the relations stand below the record, and the list above it. The page is drawn first; mentions and substitutes are worked out beside it after so many milliseconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be a minor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request to INTERPOL’s Commission (CCF) must say whose data it is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be removed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others on record refer to this entry. Change them first; nothing was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is referred to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counsel, or who placed the hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished">事件</translation>
    </message>
    <message>
        <source>document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} spellings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 contact or number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} contacts and numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} risks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With it go {0}. These names will no longer be found and masked in testimony. Ctrl+Z brings the entry back; the history keeps its wording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In each copy the profile decides where your choice is used; below you see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished">保存</translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the witness</source>
        <translation type="unfinished">证人</translation>
    </message>
    <message>
        <source>{0}, in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing recorded about who this is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>related</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at risk from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>puts at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lives in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lives here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lies in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lies here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, 1 event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, at risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished">地点</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This reads as a name on record: {0}. It would give them away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This reads as something on record. It would give it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may itself be a name, a date or a number that must not be said. Choose plainer words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony, {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is also…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the other entry of the same. What comes of it is shown before anything is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished">继续</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a name, in any spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries on record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else is written so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} becomes part of {0}. All names of both stay and are masked as before; events, sources and consents of both stay. It is one change: Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one entry of the two?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others on record refer to the second; they will refer to the first. Times: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consents of the second: {0}. They count for the one entry from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” tied the two to each other. It would say nothing now and goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody stands by name because of this unless you choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick what belongs to the other one. At least one spelling goes and one stays. It is one change: Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is spoken of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished">未记录</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps also written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, and {1} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is “{0}” {1}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add as a spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is added is found and masked everywhere from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a nickname</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, paragraph {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picker</name>
    <message>
        <source>type to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody and nothing on record is written so. Choose from the list, or its last row to add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on record is written so. Choose from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more: type on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing on record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: added to the registry when this is saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>references</name>
    <message>
        <source>the case facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} organisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 testimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} testimonies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} consents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rows</name>
    <message>
        <source>Say this too, or remove the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>Testimony {0}, paragraph {1}</source>
        <extracomment>So many places are shown; who finds more writes more words.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testimony {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished">地点</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {0} places; write more words to find fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} places in {1} cases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged and not searched: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words, a name, a date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self.self</name>
    <message>
        <source>not recorded</source>
        <translation type="unfinished">未记录</translation>
    </message>
</context>
<context>
    <name>sound</name>
    <message>
        <source>A recording that was cut off is whole again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}”, {1}. It stands among the documents of the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recording that was cut off could not be sealed yet. It is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interview goes on without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no sound system that Affiant can use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On Debian and Ubuntu it is the package libpulse0. The interview goes on without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no microphone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug one in, then press F5 again. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not let Affiant listen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow it the microphone in the settings of the system, then press F5 again. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system asks whether Affiant may listen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer there, then press F5 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound of this machine goes over the network: nothing is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let PULSE_SERVER name this machine only, then start Affiant anew. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This microphone records in another way than the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was heard is safe. Seal it with Ctrl+F5, then begin another recording with F5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone does not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program may hold it. Choose another with Shift+F5, or press F5 again. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone gives no sound any more. The recording is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was heard until now is safe. Look at its plug, then press F5 to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk does not keep up. The recording is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was heard until now is not lost. Wait a little, then press F5 to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is paused. What was heard until {0} is safe. Make room on the disk, then press F5 to go on, or Ctrl+F5 to seal it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>standing</name>
    <message>
        <source>no testimony yet, events: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no testimony yet, people: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 testimony, confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 testimony, read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 testimony, a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} testimonies, all confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} testimonies, all read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} testimonies, {1} read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} testimonies, drafts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>strength</name>
    <message>
        <source>Very weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessed in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessed within the hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a state could guess it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>years to guess, even for a state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>centuries to guess, even for a state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is among the passwords that are tried first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most of it is one ordinary word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most of it is a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its keys lie side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says the same thing again and again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its letters or numbers follow one another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most of it is a date.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>undo</name>
    <message>
        <source>Nothing to bring again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes made before the case was opened stand in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} brings it again. The history shows both changes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vocabulary</name>
    <message>
        <source>not raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the witness chose to speak of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not wish to speak of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left to a specialist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>witness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>friend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one who threatens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>official</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lawyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advocate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>journalist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legal name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in its own script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transliteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nickname</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>former name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a description: nobody knows the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name in a messenger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>national identity card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A-number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bank account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>building or facility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>village</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neighbourhood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>town</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>county</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prefecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>province</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>police</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>security service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prosecutor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>court</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>immigration agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>government</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NGO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>press</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>international body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>victim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perpetrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>participant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>helper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counsel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>employer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the witness</source>
        <translation type="unfinished">证人</translation>
    </message>
    <message>
        <source>a relative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a lawyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the press</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not wish to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask again</source>
        <translation>再问</translation>
    </message>
    <message>
        <source>exact words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>not clear</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>word for word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes</source>
        <translation type="unfinished">笔记</translation>
    </message>
    <message>
        <source>drafted from what was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charge sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warrant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>court paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medical record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photograph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The talk itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies of documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medical detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being contacted later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal representation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filing for asylum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filing with the CCF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert opinion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advocacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telling law enforcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telling the press</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counsel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Court</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asylum authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INTERPOL CCF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medical expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law enforcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counsel only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pseudonym</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In numbers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by a mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by word of mouth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a code in brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese (simplified)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese (traditional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese in pinyin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uyghur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uyghur in Latin letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
