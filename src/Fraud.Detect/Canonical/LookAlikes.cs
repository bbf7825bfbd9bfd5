namespace Fraud.Canonical;

/// <summary>Folds letters of other scripts drawn like Latin ones, only inside words that give themselves away.</summary>
internal sealed class LookAlikes(IReadOnlyDictionary<char, char> folds, WordSet words)
{
    /// <summary>Folds in place; answers how many words changed.</summary>
    public int Fold(TextView view)
    {
        var changed = 0;
        var text = view.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsWordLetter(text[i]))
            {
                continue;
            }

            var end = i + 1;
            while (end < text.Length && IsWordLetter(text[end]))
            {
                end++;
            }

            changed += FoldWord(view, i, end) ? 1 : 0;
            i = end;
        }

        return changed;
    }

    /// <summary>Whether a letter belongs to an alphabet whose words are runs of letters.</summary>
    public static bool IsWordLetter(char c) => char.IsLetter(c) && (c < '\u1100' || c >= '\uA640' && c < '\uAC00');

    private bool FoldWord(TextView view, int start, int end)
    {
        var word = view.Text[start..end];
        if (word.IndexOfAnyInRange('a', 'z') < 0 && !words.Contains(word, Plain))
        {
            return false;
        }

        var changed = false;
        for (var i = start; i < end; i++)
        {
            if (folds.TryGetValue(view.Text[i], out var plain))
            {
                view.Replace(i, plain);
                changed = true;
            }
        }

        return changed;
    }

    private char Plain(char c) => folds.TryGetValue(c, out var plain) ? plain : c;
}
