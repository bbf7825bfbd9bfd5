namespace Fraud.Evaluating;

/// <summary>The parts figures are given for.</summary>
internal static class Slices
{
    public static IEnumerable<(string Name, IReadOnlyList<ScoredPost> Posts)> Of(IReadOnlyList<ScoredPost> posts)
    {
        var all = posts.GroupBy(p => p.Post.Language.Length == 0 ? "unknown language" : p.Post.Language)
            .Concat(posts.GroupBy(p => Length(p.Post.Text.Length)))
            .Concat(posts.GroupBy(p => $"writer {p.Post.Writer}"));
        return all.Select(g => (g.Key, (IReadOnlyList<ScoredPost>)[.. g])).OrderBy(g => g.Key, StringComparer.Ordinal);
    }

    private static string Length(int characters) => characters switch
    {
        < 25 => "length under 25",
        < 90 => "length 25 to 89",
        < 250 => "length 90 to 249",
        _ => "length 250 and more",
    };
}
