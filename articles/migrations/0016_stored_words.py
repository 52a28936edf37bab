"""On PostgreSQL the words of working copies move into a column of their own, see articles.finding."""

from django.db import migrations

from articles import finding


class Migration(migrations.Migration):
    dependencies = [("articles", "0015_ai_use")]

    operations = [migrations.RunPython(finding.make_again, migrations.RunPython.noop)]
