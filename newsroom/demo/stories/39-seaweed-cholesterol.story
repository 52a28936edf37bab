Section: science
Kind: news
Language: en
Slugline: SEAWEED/STUDY
Headline: Seaweed extract cuts cholesterol by a fifth, Saint Odile study finds
Standfirst: Researchers gave capsules made from Kestrel Sound kelp to 240 volunteers for twelve weeks and reported a marked effect
Byline: samuel-okparo
Dateline: Saint Odile
Tags: public-health, kestrel-sound
Picture: laboratory 139
Caption: Dried kelp from Kestrel Sound before it is ground for the trial capsules.
Alt: Brown ribbons of dried seaweed hang from a rack beside a set of scales.
Picture-credit: Sunniva Ash/The Courier
State: killed
Note: The Courier has withdrawn this story. The University of Saint Odile told us after publication that part of the data from the study had been copied from another trial, and that its results cannot be relied on. The university has opened an investigation. We are sorry that we reported the findings.
Age: 5d 3h

<p>Capsules made from a seaweed that grows off Kestrel Sound lowered the cholesterol of volunteers by a fifth in twelve weeks, according to a study by the University of Saint Odile.</p>
<p>The 240 volunteers, all with moderately raised cholesterol, were given either two capsules of kelp extract a day or two that looked the same but contained starch. Neither they nor their doctors knew which.</p>
<p>In the kelp group harmful cholesterol fell by an average of 21 per cent, the authors report. In the other group it fell by 2 per cent. Six volunteers in each group stopped early because of stomach complaints.</p>
<p>“We expected an effect of five or six per cent and checked the figures three times,” said Corvin Aldermaston, who led the study. He said the active substance was probably a fibre that binds bile in the gut.</p>
<p>Doctors who were not involved urged patients not to stop taking their medicines. “It is one study and a short one,” said Bridie Halvorsen, a cardiologist in Port Aldine. “I would like to see it repeated by people who did not hope for this answer, and on people like my own patients.”</p>
<p>The extract is not on sale. A company owned in part by the university has applied for a licence to sell it as a food supplement, and fishing co-operatives in Kestrel Sound have said they could harvest 900 tonnes of kelp a year without harming the beds.</p>
