"""Why a port cannot be used, and what is likely to go wrong with one that can: looks at the machine around it.

``machine`` reads what Linux tells of itself, ``usb`` its cables, ``holders`` who has a port; ``doctor`` concludes.
"""
