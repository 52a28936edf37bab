Section: politics
Kind: brief
Language: en
Slugline: ALDINE/QUELL
Headline: Mayor Quell rules out leaving city hall for a seat in the Chamber
Byline: layla-haddar
Dateline: Port Aldine
Tags: port-aldine, elections
Age: 6d 2h

<p>Dario Quell, the mayor of Port Aldine, has said he will serve his full term and will not stand in the next election to the Chamber, ending weeks of speculation.</p>
<p>“I was elected to fix the trams and house people,” he said on a visit to the Quayside depot. “Neither is finished.” Mr Quell, an independent, was re-elected last month with 54.7 per cent of the vote. His term has three years and 11 months to run.</p>
