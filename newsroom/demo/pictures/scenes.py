"""Every scene by name."""

from __future__ import annotations

from collections.abc import Callable

from newsroom.demo.pictures import (
    campus,
    city,
    coast,
    countryside,
    courtroom,
    dam,
    desert,
    factory,
    laboratory,
    land,
    library,
    market,
    railway,
    stadium,
    stage,
    street,
    telescope,
    water,
)
from newsroom.demo.pictures.paint import Canvas

PAINTERS: dict[str, Callable[[Canvas], None]] = {
    "bank": city.bank,
    "concert": stage.concert,
    "courtroom": courtroom.courtroom,
    "crowd": stage.crowd,
    "dam": dam.dam,
    "desert-sun": desert.desert_sun,
    "factory": factory.factory,
    "ferry": water.ferry,
    "fishing": water.fishing,
    "flood": water.flood,
    "forest": land.forest,
    "harbour": water.harbour,
    "hospital": campus.hospital,
    "laboratory": laboratory.laboratory,
    "library": library.library,
    "market": market.market,
    "mountains": land.mountains,
    "parliament": city.parliament,
    "railway": railway.railway,
    "skyline": city.skyline,
    "snow": land.snow,
    "stadium": stadium.stadium,
    "storm": coast.storm,
    "street-night": street.street_night,
    "telescope": telescope.telescope,
    "theatre": stage.theatre,
    "university": campus.university,
    "village": countryside.village,
    "vineyard": countryside.vineyard,
    "windfarm": countryside.windfarm,
}
