Section: culture
Kind: brief
Language: en
Slugline: LIBRARY/OVERDUE
Headline: Library’s week without fines brings back 3,118 overdue books
Standfirst: Readers in Port Aldine emptied shelves and attics, and one of them returned a manual of knots that had been on loan since 1961
Byline: nadja-kowal
Dateline: Port Aldine
Tags: port-aldine, lowmere
Age: 1d 18h

<p>Readers returned 3,118 overdue books to the Central Library during its week without fines, the library said. The oldest, a manual of knots due back in 1961, came in a parcel from Lowmere with no sender’s name, tied with a perfect double fisherman’s bend.</p>
