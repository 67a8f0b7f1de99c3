"""How often the terminal is used, as counts and never as persons.

What is kept is a number for an hour of a day and one thing that is counted: no visit, no order of events, no
time to the minute, and no two properties of one person side by side (a lesson is not counted by language).
"""
