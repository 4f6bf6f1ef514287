"""The demo: a sample centre with simulated devices, to show, to try and to train with."""
