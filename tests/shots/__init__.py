"""Pictures of every screen, made by ``make shots``: one module for each room, with a function ``shots``."""
