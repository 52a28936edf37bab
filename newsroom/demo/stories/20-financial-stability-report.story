Section: business/markets
Kind: news
Language: en
Slugline: CENTRALBANK/STABILITY
Headline: Central bank says one home loan in nine is close to its limit
Standfirst: Renske Aldous orders banks to hold more capital and warns that 46,000 households could not cover another two-point rise in what they pay
Byline: adaeze-brandt
Dateline: Port Aldine
Tags: central-bank, renske-aldous, housing, inflation
Picture: bank 36
Caption: The Central bank of Velmora on Customs Street publishes its stability report twice a year.
Alt: A pale stone building with barred ground-floor windows and a flag above its entrance.
Picture-credit: Adaeze Brandt/The Courier
How: The Courier read the report under embargo in a locked room at the central bank and was able to question its authors.
Age: 5h
State: embargoed
Note: Central bank report, under embargo until 09:00 tomorrow. No calls to banks or parties before then.

<p>One in nine households with a mortgage would be unable to keep up its payments if interest rates rose by another two points, the central bank has found in its report on financial stability.</p>
<p>The bank counts 412,000 home loans and puts 46,000 of them, or 11.2 per cent, in a group it calls “close to the limit”: after housing, food and energy, the borrowers have less than 200 crowns a month left. A year ago the share was 8.9 per cent.</p>
<p>It has ordered banks to raise a reserve held against bad times from 1.0 to 1.5 per cent of their lending, weighted by risk. They have 12 months to do so. The bank estimates the sum needed at 640 million crowns and says five of the six largest lenders have it already. It does not name the sixth.</p>
<p>“We are asking for an umbrella on a dry day,” Renske Aldous, the governor, writes in the foreword.</p>
<h2>Stress test passed</h2>
<p>In a test that imagines a fall of 25 per cent in house prices and unemployment of nine per cent, the banks’ core capital drops from 16.4 to 11.8 per cent, still above the 9.5 per cent at which the regulator would step in.</p>
<p>The report sees the greatest danger in Port Aldine, where prices are 31 per cent higher than five years ago and new loans are, on average, 5.6 times the borrower’s yearly income. It recommends a ceiling of six times income for nine loans out of ten. The Chamber would have to pass a law to make that binding.</p>
<p>A shorter chapter deals with floods. Banks have lent 1.9 billion crowns against property on the Lowmere flood plain, and a fifth of those homes have no insurance against water. The bank asks lenders to report such loans separately from next year.</p>
<p>Nothing in the report bears directly on the main interest rate, which stands at 4.25 per cent and is set at a separate meeting.</p>
