"""The database refuses to change or delete entries of the log."""

from django.db import migrations

from audit.append_only import LOG


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(LOG.make, LOG.unmake)]
