Section: politics
Kind: brief
Language: en
Slugline: CHAMBER/RECESS
Headline: Chamber to sit through its recess to finish the flood bill
Byline: mira-halloran
Dateline: Port Aldine
Tags: the-chamber, flooding
Age: 2d 4h

<p>Members of the Chamber have agreed to give up four days of their recess to complete the flood fund for Lowmere. The motion passed without a vote.</p>
<p>The Speaker, Hanne Oxley, said committees would meet in the mornings and the full house after lunch. The housing bill keeps its place on the timetable and will be taken first. It is the first recess to be shortened since the dam inquiry nine years ago, the Speaker’s office said.</p>
