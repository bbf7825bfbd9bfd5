using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Fraud.Architecture.Tests;

/// <summary>The house's shape, where a tool can hold it.</summary>
public partial class ShapeTests
{
    private static readonly string[] LayerFolders = ["Services", "Models", "Interfaces", "Helpers", "Utils", "Utilities", "Common", "Misc"];

    [Fact]
    public void A_folder_is_a_capability_and_never_a_technical_layer()
    {
        var layers = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(d => LayerFolders.Contains(Path.GetFileName(d), StringComparer.Ordinal));

        Assert.Empty(layers);
    }

    [Fact]
    public void Versions_stand_in_one_file()
    {
        var versioned = Repository.Files(".", "*.csproj").Where(f => XDocument.Load(f).Descendants("PackageReference").Any(p => p.Attribute("Version") is not null));

        Assert.Empty(versioned);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Fraud.sln")).Replace('\\', '/');
        var missing = Repository.Files("src", "*.csproj").Concat(Repository.Files("tests", "*.csproj")).Where(f => !solution.Contains(Path.GetRelativePath(Repository.Root, f), StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    [Fact]
    public void Nothing_is_left_unfinished_or_skipped_without_a_reason()
    {
        var unfinished = Repository.Files("src", "*.cs").Where(f => Unfinished().IsMatch(File.ReadAllText(f)));

        Assert.Empty(unfinished);
    }

    [Fact]
    public void A_conditional_compilation_symbol_is_used_nowhere()
    {
        var conditional = Repository.Files("src", "*.cs").Where(f => File.ReadLines(f).Any(l => l.TrimStart().StartsWith("#if", StringComparison.Ordinal)));

        Assert.Empty(conditional);
    }

    [GeneratedRegex(@"NotImplementedException|\b(TODO|FIXME|HACK)\b")]
    private static partial Regex Unfinished();
}
