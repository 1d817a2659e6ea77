from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('projects', '0003_waivers'),
    ]

    operations = [
        migrations.AddField(
            model_name='upload',
            name='checked',
            field=models.JSONField(default=list),
        ),
    ]
