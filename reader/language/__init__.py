"""What the text says: languages, sentences, spoken forms and pinyin."""
