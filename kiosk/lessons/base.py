"""What all content files share: strict, frozen models, and the type of text that people read."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from kiosk.text.ruby import markup_mistakes, strip_markup

MAX_TEXT = 400


class Text(str):
    """Text that people read and hear, in Japanese, perhaps with ruby markup.

    Being of this type is what makes a text translated, given furigana, spoken and checked: the one
    walk over a lesson's texts (`kiosk.i18n.texts`) looks for it.
    """

    __slots__ = ()

    @property
    def plain(self) -> str:
        return strip_markup(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls._checked, core_schema.str_schema(min_length=1, max_length=MAX_TEXT, strip_whitespace=True)
        )

    @classmethod
    def _checked(cls, value: str) -> "Text":
        if mistakes := markup_mistakes(value):
            raise PydanticCustomError("ruby_markup", "ruby markup {markup}", {"markup": mistakes[0]})
        return cls(value)


Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
"""An identifier inside the content: small letters, digits, hyphens."""


class Content(BaseModel):
    """Base of every content model: unknown keys are problems, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)
