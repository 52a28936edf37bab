Section: politics
Kind: news
Language: en
Slugline: ALDINE/EMPTY-HOMES
Headline: Port Aldine counts its empty homes, nearly half near the harbour
Standfirst: The city’s first full survey finds 11,840 dwellings with nobody in them, while 17,300 households wait for one they can afford
Byline: layla-haddar, tobias-quill
Dateline: Port Aldine
Tags: housing, port-aldine, the-chamber
Picture: skyline 32
Caption: New towers at Quayside. The district has more empty homes than any other in the city.
Alt: Tall residential blocks beside a harbour basin at dusk, with few lit windows.
Picture-credit: Layla Haddar/The Courier
How: The city identified homes with almost no water use for 12 months, then sent inspectors to one in ten. The Courier was given the district totals and checked them against the register of dwellings.
Age: 3d 1h
Correction: An earlier version of this story said that Port Aldine had 14,180 empty homes. The survey counted 11,840. The share of all dwellings, which we gave as 5.7 per cent, is 4.8 per cent.
Mistake: 11,840 => 14,180; 4.8 per cent => 5.7 per cent

<p>Port Aldine has 11,840 homes in which nobody lives, the city’s first complete survey has found, equal to 4.8 per cent of its 248,600 dwellings.</p>
<p>Nearly half are in two districts on the harbour. Quayside has 3,190 and Old Customs 2,460, together 48 per cent of the total. Both were rebuilt in the past 15 years, and many of the flats were sold before they were finished.</p>
<p>The waiting list for social housing stands at 17,300 households.</p>
<p>“You can see it from the ferry,” said Dario Quell, the mayor. “Come in after dark and count the windows. We did, more or less.”</p>
<h2>Counted by water</h2>
<p>The survey used meters. A home was listed as empty if it had drawn less than two cubic metres of water in 12 months, about what one person uses in a fortnight. Inspectors then visited one in ten of the addresses and found that 94 per cent were indeed unoccupied.</p>
<p>About 9,200 of the homes have been empty for more than a year, and 4,100 of those for more than two. The rest changed hands or were being repaired.</p>
<p>The figures matter because the Chamber is to vote within days on a levy on empty homes, of 1.5 per cent of taxable value after one year and three per cent after two. At an average value of 290,000 crowns, the city reckons it would raise 58 million crowns a year. Mr Quell wants to spend it on 400 flats at the former tram works.</p>
<p>Owners doubt that the levy will fill many rooms. Bastian Crewe, who speaks for the property federation, said most empty flats at Quayside needed repairs to cladding that had been held up in court for three years. “Tax the court, then,” he said.</p>
<p>The tenants’ union disagreed. It said 310 of the Quayside flats had been advertised this year as holiday lets, “cladding and all”.</p>
