"""Engine, transactions, migrations, change feed and backup."""
