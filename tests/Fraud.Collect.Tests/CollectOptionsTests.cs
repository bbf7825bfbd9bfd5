using Fraud.Collect.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Fraud.Collect.Tests;

public class CollectOptionsTests
{
    [Fact]
    public void Defaults_are_sound_and_no_source_is_enabled()
    {
        Assert.Empty(new CollectOptions().Faults());
        Assert.False(new SourceOptions().Enabled);
    }

    [Fact]
    public void All_faults_are_told_at_once_with_their_keys()
    {
        var options = new CollectOptions { Sources = { new() { Name = "Bad Name", Enabled = true, StartUrls = { "file:///x" } }, new() { Name = "b" }, new() { Name = "b" } } };
        options.Fetch.MaxBodyBytes = 1;

        var faults = string.Join('\n', options.Faults());

        foreach (var part in new[] { "Sources:0:Name", "Sources:0:Terms", "Fetch:ContactUrl", "file:///x", "Sources:1:StartUrls", "more than once", "Fetch:MaxBodyBytes" })
        {
            Assert.Contains(part, faults);
        }

        Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddFraudCollect(options));
    }
}
