Section: business/markets
Kind: brief
Language: en
Slugline: MARKETS/CLOSE
Headline: Aldine 40 closes lower for a third day on tariff and storm worry
Byline: adaeze-brandt
Dateline: Port Aldine
Tags: tirrhene-union, velgrid
Age: 22h

<p>Shares in Port Aldine fell for a third session as the deadline for a Tirrhene tariff on fish drew near and insurers counted the cost of storm Edda.</p>
<p>The Aldine 40 lost 0.6 per cent to 6,214, taking its fall over three days to 1.7 per cent. Tessel Insurance dropped 3.8 per cent after putting claims at 75 million crowns so far. Bonds issued by Velgrid were little changed. The crown was steady at 4.117 to the mark.</p>
