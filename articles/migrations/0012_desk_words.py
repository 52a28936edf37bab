"""An index of the words of working copies, for the desk's list of stories."""

from django.db import migrations

from articles import finding


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_keeping_order")]

    operations = [migrations.RunPython(finding.make, finding.unmake)]
