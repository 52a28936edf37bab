"""Counts the words of the bodies that were written before the column was there."""

from django.db import migrations

from newsroom.lib.html import TooMuchMarkupError, text_of
from newsroom.lib.text import word_count


def count_words(apps, schema_editor):
    Article = apps.get_model("articles", "Article")
    batch = []
    for article in Article.objects.exclude(body="").only("id", "body").iterator(chunk_size=500):
        try:
            article.word_count = word_count(text_of(article.body))
        except TooMuchMarkupError:
            continue
        batch.append(article)
        if len(batch) == 500:
            Article.objects.bulk_update(batch, ["word_count"])
            batch = []
    Article.objects.bulk_update(batch, ["word_count"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_desk")]

    operations = [migrations.RunPython(count_words, migrations.RunPython.noop)]
