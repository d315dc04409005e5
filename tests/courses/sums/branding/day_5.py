"""Every number of Branding, Day 5, worked out again."""

import re

from tests.courses.reading import COURSES, indian, rupees
from tests.courses.sums.branding.minutes import until_back

DAY = (COURSES / "branding" / "day-5.md").read_text(encoding="utf-8")

# --- files: what a photo costs those who open it ---
large_kb, small_kb, kb_in_mb, viewers = 3_000, 200, 1_000, 250
times = large_kb // small_kb
assert times * small_kb == large_kb
large_total_kb, small_total_kb = viewers * large_kb, viewers * small_kb
large_total, small_total = large_total_kb // kb_in_mb, small_total_kb // kb_in_mb

# --- the pack of Malar and the bag of Ponnu, as the captions sell them ---
price, grams, bag = 42, 100, 95

# --- words of a caption: a price and a number count as one ---
most_words = 40
captions = [
    " ".join(quote.replace("\n>\n", "\n").replace("> ", "").split())
    for quote in re.findall(r"(?:^>.*\n)+", DAY.split("For **Malar Spices**")[1].split("Both promise")[0], re.MULTILINE)
]
malar_words, ponnu_words = (len(caption.split()) for caption in captions)
assert max(malar_words, ponnu_words) <= most_words

# --- a month of posts ---
kinds = {"product": 4, "use": 3, "people and place": 2, "words of buyers": 2, "offer": 1}
posts = sum(kinds.values())
weeks = 4
questions_a_post, minutes_an_answer, minutes_in_hour = 5, 4, 60
questions = posts * questions_a_post
minutes = questions * minutes_an_answer
hours = minutes // minutes_in_hour
assert hours * minutes_in_hour == minutes

# --- minutes of the trainer's notes ---
poll = (3, 3, 2, 2)
card = (4, 3, 3)
wall = (6, 4, 4)
assert (sum(poll), sum(card), sum(wall)) == (10, 10, 14)
read_and_shoot = 2 + 22
round_begins = read_and_shoot + 4

TOLD = (
    "from Day 3",
    "1 = surely the left photo, 5 = surely the right photo",
    f"under {small_kb} kB",
    f"{viewers} people load the photo of {indian(large_kb)} kB.",
    f"{viewers} people load the one of {small_kb} kB.",
    f"How many photos of {small_kb} kB",
    f"1 MB is {indian(kb_in_mb)} kB. First multiply people by kB. Then divide by {indian(kb_in_mb)}.",
    "800 kB, 2 MB, 5 MB",
    f"at most {most_words} words",
    f"At most {most_words} words.",
    f"{rupees(price)} for {grams} g, with taxes",
    f"/ only {rupees(price)}, so buy now`",
    f'"Only {rupees(price)}" does not say for how much',
    f"Milled this week; {rupees(price)} for {grams} g;",
    f"{rupees(price)} for {grams} g, all taxes included.",
    f"{rupees(bag)} for one bag, cotton.",
    f"each post brings {questions_a_post} questions, and each answer takes {minutes_an_answer} minutes",
    f"{questions_a_post} questions each: how many questions",
    f"Each answer takes {minutes_an_answer} minutes: how many hours",
    f"multiply the questions by {minutes_an_answer} minutes. Then divide by {minutes_in_hour}.",
    "a 10 g sachet",
    "we post 6 times and answer well",
    "with 250 people",
    f"- {kinds['product']} of the product",
    f"- {kinds['use']} of its use",
    f"- {kinds['people and place']} of people and place",
    f"- {kinds['words of buyers']} with words of buyers",
    f"- {kinds['offer']} offer",
    "Broadcast after 12 and",
    "longer than 8 minutes",
    "Keep questions 2, 3 and 4.",
    "Under 200 kB a photo.",
    "About 3 to choose, 3 for reasons, 2 to look at the result, 2 for the close.",
    "About 4 to read, 3 for the paper, 3 to talk.",
    "About 6 to read and write, 4 for the photos, 4 to talk.",
)
WORKED = (
    f"In {until_back(5, 'shoot')} minutes we are all here again.",
    f"After {until_back(5, 'caption')} minutes we are back",
    f"After {until_back(5, 'month-of-posts')} minutes we meet here.",
    f"may have {large_kb // kb_in_mb} MB, that is {indian(large_kb)} kB",
    f"A photo has {indian(large_kb)} kB. How many photos of {small_kb} kB need the same data? `number` = {times}",
    f"How many MB is that? `number` = {large_total}",
    f"How many MB? `number` = {small_total}",
    f"Divide {indian(large_kb)} by {small_kb}.",
    f"{indian(large_kb)} ÷ {small_kb} = {times}, so fifteen small photos",
    f"{viewers} × {indian(large_kb)} kB = {indian(large_total_kb)} kB = {large_total} MB.",
    f"{viewers} × {small_kb} kB = {indian(small_total_kb)} kB = {small_total} MB.",
    f"Together the buyers save {large_total - small_total} MB",
    f"after {read_and_shoot} minutes",
    f"from minute {round_begins} on",
    f"For **Malar Spices**, {malar_words} words:",
    f"For **Ponnu Stitching Unit**, {ponnu_words} words:",
    f"we plan {posts} posts:",
    f"{posts} posts, {questions_a_post} questions each: how many questions in the month? `number` = {questions}",
    f"how many hours in the month? `number` = {hours}",
    f"{posts} posts in four weeks are {posts // weeks} a week",
    f"{posts} × {questions_a_post} = {questions} questions. {questions} × {minutes_an_answer} = {minutes} minutes,"
    f" that is {hours} hours a month, or {hours // weeks} hour a week.",
    f"{' + '.join(map(str, kinds.values()))} = {posts}.",
    f"{questions} questions, {hours} hours a month.",
)
