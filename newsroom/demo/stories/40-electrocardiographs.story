Section: science
Kind: news
Language: en
Slugline: ECG/RECALL
Headline: Interdisciplinary commission recommends decommissioning electrocardiographs
Standfirst: Some 1,860 older heart monitors in Velmoran clinics can misjudge a dangerous rhythm, experts say. Replacing them would cost 37 million crowns
Byline: samuel-okparo
Dateline: Saint Odile
Tags: public-health, the-chamber
Picture: hospital 140
Caption: A heart trace is taken at a family practice in Saint Odile; machines of this age are on the commission’s list.
Alt: A nurse bends over a small beige machine that is printing a jagged line on a strip of paper.
Picture-credit: Elin Varga/The Courier
How: The reporter read the commission’s report and spoke to its chair and to two of the practices on the list.
Age: 2d 20h

<p>A commission of doctors, engineers and lawyers has recommended that 1,860 electrocardiographs in Velmoran clinics be taken out of use because their software can overlook a dangerous disturbance of the heart’s rhythm.</p>
<p>The machines, all more than 14 years old, measure one interval in the heartbeat too short when the pulse is above 100, the commission said in a report to the health ministry. The error is about 20 milliseconds: too small to notice, but enough to make a patient at risk look healthy.</p>
<p>The commission found no case in which a patient had died because of it. It did find 11 people who had been given a medicine that they should not have had. None was harmed.</p>
<p>“The right response to a near miss is to be grateful and to be quick,” said Thandeka Morrow, the cardiologist who chaired the commission. “These machines have served for a long time. They should stop.”</p>
<p>The devices stand in 412 practices and small clinics, most of them in the Marrow Valley, Dunmarrow and other places far from a hospital. Replacing them at about 20,000 crowns each would cost 37.2 million. The commission suggests doing so over 18 months, starting with the practices that treat the most patients.</p>
<p>Until then doctors are advised to measure the interval by hand, with a ruler, whenever a patient’s pulse is fast. “We all learned how to do it,” said Lene Castor, who chairs the association of family doctors. “Some of us may need to look for the ruler.”</p>
<p>The manufacturer, a firm in Sarenne, went out of business six years ago, so that no correction to the software is possible. The ministry said it accepted the findings and was discussing with the health insurers who would pay. The Chamber’s health committee has asked the minister to appear before it next week.</p>
