using Fraud.Canonical;
using Fraud.Testing;

namespace Fraud.Tests.Canonical;

/// <summary>The tables of models/text, loaded once.</summary>
internal static class Views
{
    public static TextTables Tables { get; } = TextTables.Load(Path.Combine(Repo.Models, "text"));

    public static TextViews Of(string text) => new TextViewsBuilder(Tables).Build(text);

    public static TextView Named(string text, string view)
    {
        var views = Of(text);
        return view switch { "canon" => views.Canonical, "joined" => views.Joined, _ => views.Homophone };
    }
}
