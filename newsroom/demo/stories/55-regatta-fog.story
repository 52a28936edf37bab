Section: sport
Kind: brief
Language: en
Slugline: SAILING/FOG
Headline: Fog stops the Three Lights regatta with 61 boats still at sea
Standfirst: The race committee in Port Aldine ordered the fleet to shelter after visibility fell below 200 metres. No collisions were reported
Dateline: Port Aldine
Source: tidewire
Credit: Tidewire
Tags: port-aldine, transport
Picture: harbour 155
Caption: Yachts that turned back before the fog lie at the visitors’ pontoon in Port Aldine.
Alt: Sailing boats with lowered sails are moored side by side in a harbour white with fog.
Picture-credit: Tidewire
Age: 3h

<p>The Three Lights regatta was stopped six hours after the start when fog closed in off Port Aldine. Of the 94 boats, 33 had finished the first leg; the other 61 were told to anchor or make for the nearest harbour.</p>
<p>All had answered the radio roll-call by midday, the race committee said. Results will be taken from the order at the first light. Ferries to Dunmarrow ran up to 50 minutes late.</p>
