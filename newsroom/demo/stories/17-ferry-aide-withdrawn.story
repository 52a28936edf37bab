Section: politics
Kind: news
Language: en
Slugline: FERRY/AIDE
Headline: Transport aide met ferry investor twice before review was announced
Standfirst: Diary entries seen by The Courier show two meetings that do not appear in the public register. The ministry says they were about harbour works
Byline: layla-haddar
Dateline: Port Aldine
Tags: transport, the-chamber
Picture: harbour 34
Caption: The ferry terminal at Port Aldine, where the second meeting is said to have been held.
Alt: A low terminal building on a quay with two ferries moored behind it.
Picture-credit: Layla Haddar/The Courier
Age: 11d 7h
State: withdrawn
Note: The Courier has withdrawn this story while it checks the origin of two documents on which it relied. The transport ministry disputes that they are genuine. We will publish what we find.

<p>An adviser to the transport minister twice met an investor interested in the National Ferry Line before the government announced a review of its future, according to diary entries seen by The Courier.</p>
<p>Neither meeting is listed in the public register, in which ministers and their advisers must record contacts with companies within 30 days.</p>
<p>The entries describe the adviser, Rafe Tolland, as meeting representatives of Sound &amp; Strait Partners, a shipping investment firm based in Sarenne, seven weeks and again four weeks before the review was made public. The second is said to have taken place at the ferry terminal in Port Aldine and to have lasted 90 minutes.</p>
<p>The ministry confirmed that Mr Tolland had met the firm once. It said the subject was harbour works, in which Sound &amp; Strait has a share, and that ferry ownership was not discussed. It said it had no record of a second meeting.</p>
<p>“Mr Tolland has followed the rules as he understood them,” a spokeswoman said. She added that the first meeting would be entered in the register.</p>
<p>Sound &amp; Strait said it did not comment on conversations with governments, “whether or not they took place”.</p>
<p>The rules on lobbying were tightened three years ago. They oblige advisers to record the date, the company and the subject of any meeting that touches on a public contract or sale. Breaches are examined by the Chamber’s standards committee, which may ask for an adviser’s dismissal.</p>
<p>Elke Dorn, who chairs the committee, said she had not received a complaint. “I read the register every month,” she said. “I can only read what is written in it.”</p>
<p>The review of the line’s finances is expected to report to the cabinet shortly. It is to consider whether private money should help to replace four ships that are more than 30 years old.</p>
