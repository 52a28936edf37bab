"""The database refuses to change or delete history, revisions and what was published."""

from django.db import migrations

from articles.append_only import STORIES


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_live_headline")]

    operations = [migrations.RunPython(STORIES.make, STORIES.unmake)]
