Section: science
Kind: explainer
Language: en
Slugline: SEWAGE/EXPLAINER
Headline: How a bottle of sewage tells doctors what is coming next week
Standfirst: Velmora now tests wastewater at 38 treatment works twice a week. What it can show, what it cannot, and who gets to see the results
Kicker: Explainer
Byline: samuel-okparo
Dateline: Saint Odile
Tags: public-health, port-aldine
Picture: laboratory 135
Caption: Samples from the treatment works in Port Aldine are prepared for testing at the national reference laboratory.
Alt: A gloved hand lowers a small tube of cloudy liquid into a rack of identical tubes.
Picture-credit: Sunniva Ash/The Courier
How: The reporter visited the reference laboratory in Saint Odile and followed one sample from the Port Aldine works to the published result. The health agency supplied the weekly figures since the programme began.
Age: 2d 4h

<p>When norovirus reached Port Aldine this season, the first people to know were not doctors. They were two technicians in Saint Odile, 140 kilometres away, looking at a graph made from sewage. The line rose on a Monday. The first wards closed to visitors the following Tuesday, eight days later.</p>
<p>The national wastewater programme has been running for two years and was extended this week from 24 treatment works to 38. Together they serve 4.4 million of the country’s six million people. These are the questions readers have sent us about it.</p>
<h2>What is being looked for?</h2>
<p>Five things: norovirus, influenza, the coronavirus that causes Covid-19, RSV, which is most dangerous to small babies, and polio. The last has not been found in Velmora for decades; it is on the list because sewage is the quickest way to notice its return.</p>
<p>People shed viruses before they feel ill, and many never feel ill at all. None of them would appear in a hospital’s figures, but all of them flush.</p>
<h2>How does it work?</h2>
<p>At each works a machine takes a small scoop of raw sewage every fifteen minutes for a whole day, so that the sample is a fair mixture of morning, noon and night. Half a litre of it goes to the laboratory in a cool box. There, technicians spin out the solids, extract the genetic material and copy it many millions of times with the same method used for a hospital swab.</p>
<p>The result is then divided by the flow through the works and by the amount of a harmless plant virus that comes from eating peppers. “Everyone eats peppers, and about the same number every week,” says Liv Tamsin, who runs the laboratory. “They tell us how much of what we see is people and how much is rain.”</p>
<h2>How fast is it?</h2>
<p>From scoop to published figure takes 52 hours on average. Reports from family doctors take nine days. For norovirus, the agency has found that a rise in sewage comes about a week before a rise in hospital admissions; for influenza, five or six days.</p>
<p>That is long enough to do something useful. This season three hospitals in the capital brought forward deep cleaning and moved 60 planned operations. “A week is the difference between a plan and a scramble,” says Tamsin.</p>
<h2>What can it not do?</h2>
<ul>
<li><strong>It cannot count patients.</strong> A tenfold rise in the sewage may mean ten times as many infected people, or the same number at a different stage of the illness.</li>
<li><strong>It misses houses with septic tanks.</strong> That is most of the Marrow Valley and nearly all of Dunmarrow.</li>
<li><strong>It struggles after heavy rain</strong>, when old sewers that also carry street water dilute the sample. In Lowmere one sample in seven had to be thrown away last year.</li>
</ul>
<h2>Can it identify me?</h2>
<p>No. The smallest works in the programme serves 9,000 people, and the laboratory is forbidden by its statute to test at the level of a street or building, with one exception: a hospital or care home may ask for its own drains to be sampled. It is also forbidden to look for human DNA or for drugs. The police asked for the latter two years ago and were refused by the data protection commissioner.</p>
<h2>What does it cost?</h2>
<p>The extended programme will cost 8.4 million crowns a year, or 1.40 for each inhabitant. The health agency estimates that it saves about twice that in hospital beds kept open, although it concedes that the estimate rests on a single season.</p>
<h2>Where can I see the results?</h2>
<p>The agency publishes all 38 curves every Thursday at noon. Tamsin’s advice is to ignore a single point, however alarming. “One high sample is a high sample,” she says. “Two in a row is when I ring somebody.”</p>
