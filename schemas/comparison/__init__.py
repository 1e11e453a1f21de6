"""The differences of two workflows, state by state: added, removed, renamed, moved, rewired, retimed, …"""
