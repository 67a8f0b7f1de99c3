"""How often the terminal is used, as counts and never as persons.

What is kept is how often one thing was counted on a day, and visits also by the hour: no visit, no order of events,
no time to the minute, and no two properties of one person side by side (a lesson is not counted by language).
"""
