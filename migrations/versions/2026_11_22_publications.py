"""Which version became current when: from the versions there are, in the order in which they were made."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

FROM_CONTENT = """
    insert into publication (course, module, lang, hash, at)
    select course, module, lang, hash, published_at from content order by published_at
"""
TAKEN_BACK = """
    insert into publication (course, module, lang, hash, at)
    select current.course, current.module, current.lang, current.hash, last.at
    from current_content as current
    join publication as last on last.id = (
        select max(id) from publication as one
        where one.course = current.course and one.module = current.module and one.lang = current.lang
    )
    where last.hash != current.hash
"""  # an older version is current again: it followed the last one, when is not known


def upgrade() -> None:
    op.create_table(
        "publication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("course", sa.String(), nullable=False),
        sa.Column("module", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["hash"], ["content.hash"], name=op.f("fk_publication_hash_content")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
    )
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_publication_course"), ["course"], unique=False)
    op.execute(FROM_CONTENT)
    op.execute(TAKEN_BACK)


def downgrade() -> None:
    with op.batch_alter_table("publication", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_publication_course"))
    op.drop_table("publication")
