using System.Reflection;
using System.Xml.Linq;

namespace Fraud.Architecture.Tests;

/// <summary>Dependencies point one way: Core, then the capabilities, then the executable.</summary>
public class DependencyTests
{
    // What each project may refer to; whatever is not here may refer to nothing
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Fraud.Core"] = [],
        ["Fraud.Collect"] = ["Fraud.Core"],
        ["Fraud.Detect"] = ["Fraud.Core"],
        ["Fraud.Scan"] = ["Fraud.Core", "Fraud.Detect"],
        ["Fraud.Learn"] = ["Fraud.Core", "Fraud.Detect"],
        ["Fraud.Review"] = ["Fraud.Core"],
        ["Fraud.Report"] = ["Fraud.Core"],
        ["Fraud.Storage"] = ["Fraud.Core"],
        ["Fraud.Jobs"] = ["Fraud.Core"],
        ["Fraud.Storage.SqlServer"] = ["Fraud.Core", "Fraud.Storage"],
        ["Fraud.Jobs.Hangfire"] = ["Fraud.Core", "Fraud.Jobs"],
        ["Fraud.Learn.MLNet"] = ["Fraud.Core", "Fraud.Detect", "Fraud.Learn"],
    };

    public static TheoryData<string> Projects => [.. Repository.Files("src", "*.csproj").Select(f => Path.GetFileNameWithoutExtension(f)).Where(p => p != "Fraud")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_what_stands_below_it(string project)
    {
        var file = Repository.Files("src", project + ".csproj").Single();
        var named = XDocument.Load(file).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Empty(named.Except(Allowed.GetValueOrDefault(project, [])));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_built_assembly_uses_only_what_stands_below_it(string project)
    {
        var used = Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Fraud", StringComparison.Ordinal) || n == "fraud");

        Assert.Empty(used.Except(Allowed.GetValueOrDefault(project, [])));
    }

    [Fact]
    public void Core_uses_no_package()
    {
        var file = Repository.Files("src", "Fraud.Core.csproj").Single();

        Assert.Empty(XDocument.Load(file).Descendants("PackageReference"));
    }

    [Fact]
    public void Detection_does_no_input_or_output_over_the_network()
    {
        var used = Assembly.Load("Fraud.Detect").GetReferencedAssemblies().Select(a => a.Name!);

        Assert.DoesNotContain(used, n => n.StartsWith("System.Net", StringComparison.Ordinal) || n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }
}
