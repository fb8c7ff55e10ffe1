"""A session as a machine: whatever is played, taken back, closed, killed or resumed, it is what it was."""

from hypothesis import HealthCheck, settings
from session.machine import SessionMachine

TestSessionMachine = SessionMachine.TestCase
TestSessionMachine.settings = settings(
    max_examples=30,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
