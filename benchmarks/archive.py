"""How long does an archive of 10 000 stories take to index, and how big is it? Also the archive that the other
benchmarks ask: the demo's texts over and over, written in bulk, without the verbs that people publish with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import batched, cycle, islice
from pathlib import Path
from time import process_time
from typing import Any

from django.db import connection
from django.utils import timezone

from articles.models import Article, Byline, HistoryEntry, Section, Version, VersionAuthor, VersionTag
from authors.models import Author
from benchmarks import database
from benchmarks.report import Table, machine
from images.models import Image, Rendition
from images.renditions import CROP_WIDTH, ENCODINGS, JPEG, RATIOS, WIDTHS
from newsroom import demo
