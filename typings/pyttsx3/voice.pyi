class Voice:
    id: str
    name: str
    languages: list[str]
