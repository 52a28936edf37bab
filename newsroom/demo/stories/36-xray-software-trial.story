Section: science
Kind: news
Language: en
Slugline: XRAY/TRIAL
Headline: Software helped radiologists find more lung cancers, trial shows
Standfirst: In three Velmoran hospitals a program that reads chest X-rays caught six cancers doctors had missed, but it raised 92 more false alarms
Byline: samuel-okparo, tobias-quill
Dateline: Saint Odile
Tags: artificial-intelligence, public-health
Picture: hospital 136
Caption: A reading room at Saint Odile’s university hospital, one of three that took part in the trial.
Alt: A dim hospital room with a row of bright screens, each showing the outline of a chest.
Picture-credit: Sunniva Ash/The Courier
How: The reporters read the full trial report and its statistical appendix, and recalculated the detection rates from the tables. Neither the software’s maker nor the ministry saw this story before publication.
Correction: An earlier version of this story gave the number of X-rays in the trial as 14,200. It was 12,400.
Mistake: 12,400 => 14,200
Age: 9h

<p>Radiologists who were helped by a computer program found more lung cancers in chest X-rays than those who worked alone, according to a trial in three Velmoran hospitals. They also sent more healthy people for further scans.</p>
<p>The trial, paid for by the health ministry, covered 12,400 X-rays taken over eight months in Saint Odile, Port Aldine and Brackwater. Each was read twice: once by a radiologist alone, and once by another who could see the marks the program had made.</p>
<p>After a year of follow-up, 62 of the patients turned out to have had lung cancer. The radiologists working alone had flagged 49 of them, or 79 per cent. With the program the figure was 55, or 89 per cent.</p>
<p>The price was a rise in false alarms from 310 to 402. Those 92 additional patients had a CT scan, and four of them a biopsy, before being told that nothing was wrong.</p>
<h2>‘Not a replacement’</h2>
<p>“This is a second pair of eyes that never gets tired and never learns any manners,” said Yusra Melander, the radiologist who led the study at the University of Saint Odile. “It points at everything. You need an experienced doctor to know what to ignore.”</p>
<p>The benefit was greatest at the end of long shifts. Among X-rays read after the sixth hour of work, doctors alone found 12 of 19 cancers; with help they found 17.</p>
<p>Anders Roake, a statistician at the hospital federation who was not part of the team, said the results were encouraging but the numbers small. “Six additional cancers is six people, and that matters. It is also a number that could easily have been two or ten,” he said.</p>
<p>The seven cancers missed in both readings were all smaller than nine millimetres.</p>
<p>The ministry said it would decide within three months whether to offer the program to all 29 public hospitals. A licence for the whole country would cost 5.8 million crowns a year. The radiologists’ association, whose members have 41 unfilled posts, said the money must not come from salaries.</p>
