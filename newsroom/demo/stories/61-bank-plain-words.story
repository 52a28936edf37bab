Section: opinion
Kind: opinion
Language: en
Slugline: BRANDT/PLAIN-WORDS
Headline: The central bank should try its sentences on somebody’s mother first
Standfirst: Interest rates work through what people expect. That is hard to do with a statement that nine readers in ten cannot repeat afterwards
Byline: adaeze-brandt
Tags: central-bank, renske-aldous, inflation
Age: 2d 9h

<p>I have read every statement by the central bank for fourteen years. It is my job, and I have come to feel for them the affection one has for a difficult uncle. So I was in no position to judge when my mother, who is 81 and has a mortgage on the flat she lets to my cousin, handed the last one back to me. “It’s very well put,” she said. “Is it up or down?”</p>
<p>The statement had 612 words. The decision came in the fourth paragraph, in a clause that began with “notwithstanding”. In the course of it risks were “two-sided”, then “tilted”, and finally “assessed as broadly balanced in their tilt”. I knew what was meant. There are perhaps four hundred of us who do, and most of us are paid to.</p>
<h2>Why it matters</h2>
<p>This would be a harmless joke if monetary policy worked on four hundred people. But it is supposed to work on six million. Every textbook, including the one that Renske Aldous wrote before she became governor, says that a central bank moves prices in large part by moving what people expect. A hairdresser who believes that inflation is coming down does not raise her prices in spring. A hairdresser who does not know what the bank thinks asks the other hairdressers.</p>
<p>The University of Saint Odile tested it last year. It gave 1,500 adults the bank’s statement and asked them afterwards whether the bank thought that prices would rise faster or more slowly. Thirty-eight per cent gave the right answer, in a question with three possible ones. They could nearly have tossed for it. Another 1,500 were given a version in 90 words of plain language, written by two schoolteachers. Of those, 81 per cent got it right.</p>
<p>The bank’s officials say, when asked in private, that vagueness is prudent. A clear sentence may turn out to be wrong. So it may; but an obscure one turns out wrong just as often, and all that has been avoided is being caught. Confidence that rests on nobody having understood you is not of the kind one can draw on in a crisis.</p>
<p>I suggest a rule. No statement leaves the building until three people who do not work there have read it and said, in their own words, what was decided and why. My mother is free on Tuesdays. She charges in cake.</p>
