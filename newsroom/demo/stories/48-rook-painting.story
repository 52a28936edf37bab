Section: culture
Kind: news
Language: en
Slugline: ROOK/CLAIM
Headline: Family asks Tessel Museum to return Rook’s harbour painting
Standfirst: Descendants of a shipowner say ‘Low Tide, Evening’ was sold for a tenth of its value under threat. The museum says its title is sound
Byline: nadja-kowal
Dateline: Port Aldine
Tags: port-aldine, the-chamber
Picture: harbour 148
Caption: The old fish quay in Port Aldine, which Anselm Rook painted in 1904 from a window that still exists.
Alt: Fishing boats lie on wet mud beside a stone quay under a yellow evening sky.
Picture-credit: Sunniva Ash/The Courier
State: held
Note: Legal hold: the museum’s solicitors dispute the fourth paragraph on the price and the word “threat”. Not to run until chambers have read the 1931 deed of sale.
Age: 2d

<p>The descendants of a shipowning family have asked the Tessel Museum to give back one of its best-known pictures, Anselm Rook’s <em>Low Tide, Evening</em>, which they say was obtained by pressure during the banking crash of 1931.</p>
<p>Three great-grandchildren of Edmund Hollar, who owned the painting until that year, delivered the claim through a solicitor in Sarenne. The museum confirmed that it had received it and would answer within 60 days.</p>
<p>Rook painted the canvas in 1904 from an upper window on the fish quay. It has hung in the museum’s main staircase since 1948 and is on the cover of its catalogue. An insurer’s valuation nine years ago put it at 22 million crowns.</p>
<p>According to the claim, Hollar sold it to the Aldine Mercantile Bank for 4,000 crowns two days before the bank was to call in a loan to his shipyard. An appraisal made the year before, which the family has kept, names a value of 41,000 crowns. The bank gave the picture to the museum 17 years later.</p>
<p>“He was told to sell or lose the yard, and he lost the yard as well,” said Constance Hollar-Wynn, one of the three.</p>
<p>The museum takes a different view. “The sale was recorded, witnessed and never challenged by the seller, who lived for another 20 years,” said Ruben Tace, its director. “Hard bargains were made in 1931. That alone does not make them unlawful.”</p>
<p>Velmoran law sets a limit of 30 years for such claims, but the Chamber has been debating since last year whether to lift it for works in public collections. A bill to that effect is in committee. Museums have listed 112 pictures that could be affected.</p>
