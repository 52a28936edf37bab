Section: world
Kind: brief
Language: en
Slugline: NORLAND/TRAWLER
Headline: Norland ship picks up nine from drifting Velmoran trawler
Byline: jonas-vetterli
Dateline: Haldenvik, Norland
Tags: fisheries, kestrel-sound
Age: 14h

<p>A Norland coastguard ship has taken nine crew off a Velmoran trawler that lost power in the tail of storm Edda, 85 kilometres north of Kestrel Sound.</p>
<p>The <em>Margit Fell</em> had been drifting for 17 hours. All nine were unhurt, the coastguard said, and were brought to Haldenvik. A tug is on its way to the vessel, which is not thought to be leaking fuel. Its owners said the engine room had flooded through a broken hatch.</p>
