Section: opinion
Kind: opinion
Language: en
Slugline: OSEI/XRAY
Headline: A machine may look at my lungs, but let a person telephone me
Standfirst: Software that helps doctors find cancer is good news. The ninety-two people it frightened for nothing deserve a paragraph of their own
Kicker: Petra Osei
Byline: petra-osei
Tags: artificial-intelligence, public-health
Picture: hospital 159
Caption: A waiting room at the university hospital in Saint Odile.
Alt: A row of empty plastic chairs along a pale green wall under a clock.
Picture-credit: Sunniva Ash/The Courier
Age: 6h

<p>Six people in this country are being treated for a cancer that a doctor did not see and a computer did. I want to put that first, because what follows may sound like grumbling. Given the choice, I should like my X-ray to be looked at by both.</p>
<p>The trial my colleagues reported this morning contains another number, however. The program raised 92 false alarms more than the doctors did alone. Ninety-two people were called back, slid into a scanner and, some days later, told that there was nothing there. Four of them had a needle put into a lung to make certain.</p>
<p>In the report they are a percentage. I was one of them once, in a different hospital and long before any software, and I can tell you what the percentage does. It goes home and does not mention it to the children. It tidies a drawer. It is very pleasant to everybody for nine days, and on the tenth it is told that all is well by a letter, folded in three, which gives its name correctly and its sex wrong.</p>
<h2>The cheap part and the dear part</h2>
<p>I do not blame the machine, which was asked to point and pointed. The researchers say as much themselves: somebody experienced has to know what to ignore. That is my point. The ignoring, the ringing up, the saying “I think this is nothing, but I want to be sure, come on Thursday and I will be there” is the expensive part, and it is done by people of whom we are already 41 short.</p>
<p>The licence would cost 5.8 million crowns a year. For about the same money, by my reckoning, one could have about a hundred nurses whose work it was to telephone. I can guess which of the two will be photographed with the minister.</p>
<p>It need not be one or the other. Buy the program. Then write into the contract that no patient shall learn of an alarm from a letter, a portal or a text message; that a human being rings within two days; and that the same human being rings again with the answer. If it turns out that we cannot afford this, then we cannot afford the program, since we had left out half its price.</p>
<p>A second pair of eyes is a fine thing. What I remember wanting, on the seventh night, was an ear.</p>
