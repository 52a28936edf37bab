Section: climate
Kind: brief
Language: en
Slugline: VELGRID/BLACK-START
Headline: Velgrid puts off blackout rehearsal until storm crews are home
Byline: greta-sommerfeldt
Dateline: Upper Tarn
Tags: velgrid, energy, upper-tarn
Age: 1d 3h

<p>Velgrid has postponed a test of whether it could restart the national grid from nothing, because the engineers it needs are repairing lines in the north.</p>
<p>In the exercise the dam at Upper Tarn would be cut off from the network and bring a substation back to life on its own. No homes would lose power. The last such test, six years ago, took 47 minutes. A new date will be set within a month.</p>
