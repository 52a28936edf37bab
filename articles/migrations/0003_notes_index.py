"""Write the index of corrections so that SQLite uses it: its condition with OR, as the query has it, and in full order."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_initial")]

    operations = [
        migrations.RemoveIndex(model_name="version", name="notes_newest"),
        migrations.AddIndex(
            model_name="version",
            index=models.Index(
                condition=models.Q(("change", "correction"), ("change", "clarification"), _connector="OR"),
                fields=["-published_at", "-id"],
                name="notes_newest",
            ),
        ),
    ]
