Section: sport
Kind: news
Language: en
Slugline: SKI/TARN
Headline: Tarn downhill cut by a third as organisers run short of snow
Standfirst: The oldest race in Velmoran skiing will start 340 metres lower. Racers say it becomes a sprint; the organisers say it is that or nothing
Byline: henrik-sall
Dateline: Upper Tarn
Source: tidewire
Credit: Tidewire
Tags: upper-tarn, energy, velgrid
Picture: snow 154
Caption: A strip of machine-made snow marks the lower part of the Tarn course.
Alt: A narrow white ribbon of snow runs down a brown hillside between safety nets.
Picture-credit: Tidewire
Age: 11d

<p>The Tarn downhill, the opening race of the Velmoran ski season, will be run on a course shortened from 3.1 kilometres to 2.0 because there is not enough snow on the upper slope, the organisers said.</p>
<p>The start has been moved down by 340 metres to a point just above the forest. The winning time is expected to be about 75 seconds, instead of the usual two minutes or a little less. It is the third time in six years that the race has been cut short.</p>
<p>“From the old start you need legs, and from here you need only nerve,” said Matti Solheim, who has won the race twice. “I would rather have both, but I would rather race than not.”</p>
<p>Below the new start the course has been covered with 62,000 cubic metres of machine-made snow, all of it produced during four cold nights. The fifth night, which would have been enough for another 300 metres of the course, was too warm.</p>
<p>Making snow takes power. Under an agreement with the grid operator, Velgrid, the machines may run only between ten in the evening and six in the morning, when the turbines in the dam above the village have capacity to spare. The race company said that it had paid 410,000 crowns for electricity.</p>
<p>The women’s race goes ahead on the same course a day later. A third event, a long downhill for amateurs that begins on the summit, has been called off; its 1,150 entrants can have their money back or keep a place for next year.</p>
<p>Organisers will consider moving the whole event back by a month from next season. Hotels in the valley, which are full for the race and half empty in the following weeks, are in favour. The international federation has the last word on the calendar.</p>
