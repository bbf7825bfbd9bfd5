namespace Fraud.Pitches;

/// <summary>One wording of a signal: sets of terms that follow each other within a gap in one sentence.</summary>
/// <param name="Signal">Index of the signal.</param>
/// <param name="Steps">Terms of each step; a lone "#" is any number.</param>
/// <param name="Gaps">Most characters allowed before each step; the first is unused.</param>
internal sealed record SignalPattern(int Signal, IReadOnlyList<string[]> Steps, int[] Gaps)
{
    /// <summary>Reads "a/b &lt;6 c/d"; a wording without a gap is one literal, spaces and slashes included.</summary>
    public static SignalPattern Parse(int signal, string wording)
    {
        var steps = new List<string[]>();
        var gaps = new List<int>();
        var words = new List<string>();
        var gap = 0;
        foreach (var word in wording.Split(' '))
        {
            if (word.Length > 1 && word[0] == '<' && int.TryParse(word.AsSpan(1), out var next))
            {
                Close();
                gap = next;
            }
            else if (word == "#")
            {
                Close();
                steps.Add(["#"]);
                gaps.Add(gap);
                gap = 1;
            }
            else
            {
                words.Add(word);
            }
        }

        Close();
        return new(signal, steps, [.. gaps]);

        void Close()
        {
            if (words.Count > 0)
            {
                var text = string.Join(' ', words);
                steps.Add(wording.Contains('<', StringComparison.Ordinal) ? text.Split('/') : [text]);
                gaps.Add(gap);
                words.Clear();
                gap = 1;
            }
        }
    }
}
