"""Delivering what the outbox holds: transports, and the threads that work them. No Qt.

``making`` makes a Deliverer from the settings; ``reasons`` has the words for what becomes of messages. What a message
says and where it goes is never logged.
"""
